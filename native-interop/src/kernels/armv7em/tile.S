/*
 * The inner tile of convolution: 4 output channels at 2 positions, 8 accumulators in registers.
 *
 *     void earshot_tile(const earshot_tile_plan *plan);
 *
 * Activations are int16 pairs, the word of position A followed by the word of position B; weights are int16
 * pairs, one word for each of the 4 channels. One step reads both and does 16 multiply-accumulates in 13
 * instructions and 16 cycles: four loads in a row cost one cycle more than four, LDRD costs three. (Two LDM and
 * an LDRD would be 11 instructions and 17 cycles.) The loop is 11 steps, 492 bytes, and is entered in its middle
 * for what is left of 11.
 *
 * In the loop: r0 activations, r1 weights - 8, r2 and r3 activations of A and B, r4 and r5 weights, r6 to r9 sums
 * of A, r10 to r12 and lr sums of B.
 */
    .syntax unified
    .thumb

/* Fields of earshot_tile_plan, copied to the stack. */
    .equ ACTIVATIONS, 0
    .equ BLOCK, 4
    .equ RUN_END, 8
    .equ ENTRY, 12
    .equ AFTER_RUN, 16
    .equ SHIFT, 20
    .equ OUTPUT, 24
    .equ OUTPUT_B, 28
    .equ OUTPUT_STEP, 32
    .equ OUTPUT_ROW_STEP, 36
    .equ STEP, 40
    .equ ROW_END, 44
    .equ ROW_STEP, 48
    .equ ROW_BYTES, 52
    .equ ROWS, 56
    .equ BLOCK_END, 60
    .equ RUN_SKIP, 64
    .equ RUN_BYTES, 68
    .equ PLAN_BYTES, 72

    .equ STEPS, 11
    .equ STEP_BYTES, 8 /* of activations */
    .equ STEP_CODE_BYTES, 44

    .macro multiply_step activations
    ldr.n r2, [r0, #\activations]
    ldr.n r3, [r0, #\activations + 4]
    ldr.n r4, [r1, #8]
    ldr.n r5, [r1, #12]
    smlad r6, r2, r4, r6
    smlad r10, r3, r4, r10
    smlad r7, r2, r5, r7
    smlad r11, r3, r5, r11
    ldrd r4, r5, [r1, #16]!
    smlad r8, r2, r4, r8
    smlad r12, r3, r4, r12
    smlad r9, r2, r5, r9
    smlad lr, r3, r5, lr
    .endm

    .section .text.earshot_tile, "ax", %progbits
    .global earshot_tile
    .type earshot_tile, %function
    .thumb_func
    .balign 8
earshot_tile:
    push {r4-r11, lr}
    sub sp, #(PLAN_BYTES + 4)
    mov r1, sp
    ldmia r0!, {r2-r10}
    stmia r1!, {r2-r10}
    ldmia r0!, {r2-r10}
    stmia r1!, {r2-r10}
    /*
     * ENTRY holds the words of a run. The loop is entered behind as many steps as are missing to a multiple of
     * STEPS; the activations start that much earlier, because steps find them by their place in the loop.
     */
    ldr r2, [sp, #ENTRY]
    movs r3, #STEPS
    udiv r4, r2, r3
    mls r2, r4, r3, r2
    cbz r2, 1f
    rsb r2, r2, #STEPS
1:  lsls r5, r2, #3 /* STEP_BYTES each */
    movs r3, #STEP_CODE_BYTES
    muls r2, r3, r2
    adr.w r3, .Lsteps
    adds r2, r2, r3
    orr r2, r2, #1
    str r2, [sp, #ENTRY]
    ldr r0, [sp, #ACTIVATIONS]
    subs r0, r0, r5
    ldr r3, [sp, #ROW_END]
    subs r3, r3, r5
    str r3, [sp, #ROW_END]
    ldr r3, [sp, #RUN_SKIP]
    cbz r3, 2f
    /* More than one run. */
    adr.w r2, .Lnext_run
    orr r2, r2, #1
    str r2, [sp, #AFTER_RUN]
    subs r3, r3, r5
    str r3, [sp, #RUN_SKIP]
    b 3f
2:  adr r2, .Lrequantise
    orr r2, r2, #1
    str r2, [sp, #AFTER_RUN]
3:  ldr r3, [sp, #STEP]
    subs r3, r3, r5
    str r3, [sp, #STEP]
    ldr r3, [sp, #BLOCK]
    b .Lposition

    .balign 8
.Lsteps:
    .set offset, 0
    .rept STEPS
    multiply_step offset
    .set offset, offset + STEP_BYTES
    .endr
.Lsteps_end:
    .if (.Lsteps_end - .Lsteps) != STEPS * STEP_CODE_BYTES
    .error "a step has another size than STEP_CODE_BYTES"
    .endif
    ldr r2, [sp, #RUN_END]
    adds r0, r0, #(STEPS * STEP_BYTES)
    cmp r1, r2
    bne .Lsteps
    ldr pc, [sp, #AFTER_RUN]

    .balign 4
.Lnext_run:
    ldr r3, [sp, #BLOCK_END]
    cmp r1, r3
    beq .Llast_run
    ldrd r3, r4, [sp, #RUN_SKIP]
    add r0, r0, r3
    add r2, r2, r4
    str r2, [sp, #RUN_END]
    ldr pc, [sp, #ENTRY]
.Llast_run:
    ldr r2, [sp, #BLOCK]
    ldr r3, [sp, #RUN_BYTES]
    adds r2, r2, #(32 - 8)
    adds r2, r2, r3
    str r2, [sp, #RUN_END]

    .balign 4
.Lrequantise:
    /* Behind the weights: rounding and 4 multipliers. */
    adds r1, r1, #8
    ldm r1, {r1-r5}
    smmla r6, r6, r2, r1
    smmla r10, r10, r2, r1
    smmla r7, r7, r3, r1
    smmla r11, r11, r3, r1
    smmla r8, r8, r4, r1
    smmla r12, r12, r4, r1
    smmla r9, r9, r5, r1
    smmla lr, lr, r5, r1
    add r1, sp, #SHIFT
    ldm r1, {r1-r3}
    cbz r1, .Lsaturate
    asr r6, r6, r1
    asr r7, r7, r1
    asr r8, r8, r1
    asr r9, r9, r1
    asr r10, r10, r1
    asr r11, r11, r1
    asr r12, r12, r1
    asr lr, lr, r1
.Lsaturate:
    add r3, r3, r2
    ssat r6, #8, r6, asr #1
    ssat r7, #8, r7, asr #1
    ssat r8, #8, r8, asr #1
    ssat r9, #8, r9, asr #1
    ssat r10, #8, r10, asr #1
    ssat r11, #8, r11, asr #1
    ssat r12, #8, r12, asr #1
    ssat lr, #8, lr, asr #1
    strb r6, [r2]
    strb r7, [r2, #1]
    strb r8, [r2, #2]
    strb r9, [r2, #3]
    strb r10, [r3]
    strb r11, [r3, #1]
    strb r12, [r3, #2]
    strb lr, [r3, #3]
    ldr r4, [sp, #OUTPUT_STEP]
    ldr r1, [sp, #STEP]
    ldr r5, [sp, #ROW_END]
    ldr r3, [sp, #BLOCK]
    add r2, r2, r4
    str r2, [sp, #OUTPUT]
    add r0, r0, r1
    cmp r0, r5
    beq .Lrow_end
.Lposition:
    /* In front of the weights: the bias of the 4 channels, twice. */
    ldmia r3, {r6-r12, lr}
    add r1, r3, #(32 - 8)
    ldr pc, [sp, #ENTRY]

.Lrow_end:
    ldr r1, [sp, #ROWS]
    subs r1, r1, #1
    beq .Ldone
    str r1, [sp, #ROWS]
    ldrd r1, r4, [sp, #ROW_STEP] /* and ROW_BYTES */
    add r0, r0, r1
    add r4, r4, r0
    str r4, [sp, #ROW_END]
    ldr r4, [sp, #OUTPUT_ROW_STEP]
    add r2, r2, r4
    str r2, [sp, #OUTPUT]
    b .Lposition
.Ldone:
    add sp, #(PLAN_BYTES + 4)
    pop {r4-r11, pc}
    .size earshot_tile, . - earshot_tile
