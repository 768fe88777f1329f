/*
 * The inner tile of convolution: 4 output channels at 2 positions, 8 accumulators in registers.
 *
 *     void earshot_tile_any(const earshot_tile_plan *plan);
 *     void earshot_tile_short(const earshot_tile_plan *plan);    one run, at most 44 words, s = 33, block in place
 *
 * Activations are int16 pairs, the word of position A followed by the word of position B; weights are int16
 * pairs, one word for each of the channels 2, 3, 0, 1. One step reads both and does 16 multiply-accumulates in 13
 * instructions and 16 cycles: four loads in a row cost one cycle more than four, LDRD costs three. (Two LDM and
 * an LDRD would be 11 instructions and 17 cycles.) The loop is 11 steps, 492 bytes, and is entered in its middle
 * for what is left of 11.
 *
 * In the loop: r0 activations - 8, r1 weights, r2 and r3 activations of A and B, r4 and r5 weights, r6 to r9 sums
 * of A, r10 to r12 and lr sums of B.
 */
    .syntax unified
    .thumb

/* Fields of earshot_tile_plan, copied to the stack. */
    .equ BLOCK, 0 /* the first four are loaded together */
    .equ OUTPUT_STEP, 4
    .equ STEP, 8
    .equ ROW_END, 12
    .equ OUTPUT, 16
    .equ OUTPUT_B, 20
    .equ ENTRY, 24
    .equ ROW_STEP, 28
    .equ ROW_BYTES, 32
    .equ OUTPUT_ROW_STEP, 36
    .equ ROWS, 40
    .equ ACTIVATIONS, 44
    .equ RUN_END, 48
    .equ SHIFT, 52
    .equ AFTER_RUN, 56
    .equ RUN_SKIP, 60
    .equ RUN_BYTES, 64
    .equ BLOCK_END, 68
    .equ PLAN_BYTES, 72

    .equ STEPS, 11
    .equ STEP_BYTES, 8 /* of activations */
    .equ STEP_CODE_BYTES, 44

    .macro multiply_step
    ldr.n r4, [r1, #8]
    ldr.n r5, [r1, #12]
    smlad r6, r2, r4, r6
    smlad r10, r3, r4, r10
    smlad r7, r2, r5, r7
    smlad r11, r3, r5, r11
    ldrd r4, r5, [r1], #16
    smlad r8, r2, r4, r8
    smlad r12, r3, r4, r12
    smlad r9, r2, r5, r9
    smlad lr, r3, r5, lr
    .endm

    /* Registers saved, the plan on the stack. */
    .macro begin name
    .global \name
    .type \name, %function
    .thumb_func
\name:
    push {r4-r11, lr}
    sub sp, #(PLAN_BYTES + 4)
    mov r1, sp
    ldmia r0!, {r2-r10}
    stmia r1!, {r2-r10}
    ldmia r0!, {r2-r10}
    stmia r1!, {r2-r10}
    .endm

    .macro end name
    add sp, #(PLAN_BYTES + 4)
    pop {r4-r11, pc}
    .size \name, . - \name
    .endm

    /*
     * ENTRY holds the words of a run. The loop is entered behind as many steps as are missing to a multiple of
     * STEPS; the activations start that much earlier, because steps find them by their place in the loop: r5
     * becomes that many bytes.
     */
    .macro find_entry steps
    ldr r2, [sp, #ENTRY]
    movs r3, #STEPS
    udiv r4, r2, r3
    mls r2, r4, r3, r2
    cbz r2, 1f
    rsb r2, r2, #STEPS
1:  lsls r5, r2, #3 /* STEP_BYTES each */
    movs r3, #STEP_CODE_BYTES
    muls r2, r3, r2
    adr.w r3, \steps
    adds r2, r2, r3
    orr r2, r2, #1
    str r2, [sp, #ENTRY]
    /* r0 is one step behind. */
    ldr r0, [sp, #ACTIVATIONS]
    subs r0, r0, r5
    subs r0, r0, #STEP_BYTES
    ldr r3, [sp, #ROW_END]
    subs r3, r3, r5
    subs r3, r3, #STEP_BYTES
    str r3, [sp, #ROW_END]
    /* r0 comes to the end of the last run; STEP leads from there to the next position. */
    ldr r3, [sp, #STEP]
    subs r3, r3, r5
    str r3, [sp, #STEP]
    .endm

    .macro multiply_steps steps
    .balign 8
\steps:
    .set offset, STEP_BYTES
    .rept STEPS - 1
    ldr.n r2, [r0, #offset]
    ldr.n r3, [r0, #offset + 4]
    multiply_step
    .set offset, offset + STEP_BYTES
    .endr
    ldrd r2, r3, [r0, #offset]!
    multiply_step
4:
    .if (4b - \steps) != STEPS * STEP_CODE_BYTES
    .error "a step has another size than STEP_CODE_BYTES"
    .endif
    .endm

    .macro scale
    /* Behind the weights: rounding and 4 multipliers. */
    ldm r1, {r1-r5}
    smmla r6, r6, r2, r1
    smmla r10, r10, r2, r1
    smmla r7, r7, r3, r1
    smmla r11, r11, r3, r1
    smmla r8, r8, r4, r1
    smmla r12, r12, r4, r1
    smmla r9, r9, r5, r1
    smmla lr, lr, r5, r1
    ldrd r2, r3, [sp, #OUTPUT]
    .endm

    .macro store_and_advance
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
    ldm sp, {r1, r3, r4, r5} /* BLOCK, OUTPUT_STEP, STEP, ROW_END */
    add r2, r2, r3
    str r2, [sp, #OUTPUT]
    add r0, r0, r4
    cmp r0, r5
    .endm

    .macro start_position
    /* In front of the weights: the bias of the 4 channels, twice. */
    ldmia r1!, {r6-r12, lr}
    ldr pc, [sp, #ENTRY]
    .endm

    /* To the next row of positions, or to `done` behind the last. */
    .macro next_row position, done
    ldr r3, [sp, #ROWS]
    subs r3, r3, #1
    beq \done
    str r3, [sp, #ROWS]
    ldrd r3, r4, [sp, #ROW_STEP] /* and ROW_BYTES */
    add r0, r0, r3
    add r4, r4, r0
    str r4, [sp, #ROW_END]
    ldr r4, [sp, #OUTPUT_ROW_STEP]
    add r2, r2, r4
    str r2, [sp, #OUTPUT]
    b \position
    .endm

    /*
     * The loop comes first, in a place that neither it nor the cache lines and pages of any memory or emulator have to
     * be split over.
     */
    .section .text.earshot_tile_short, "ax", %progbits
    .balign 512
    multiply_steps .Lshort_steps
    /* The weights end at a multiple of 64, and no other pass ends at one. */
    lsls r2, r1, #26
    bne .Lshort_steps
    scale
    store_and_advance
    beq .Lshort_row_end
.Lshort_position:
    start_position
.Lshort_row_end:
    next_row .Lshort_position, .Lshort_done
.Lshort_done:
    add sp, #(PLAN_BYTES + 4)
    pop {r4-r11, pc}
    begin earshot_tile_short
    find_entry .Lshort_steps
    ldr r1, [sp, #BLOCK]
    b .Lshort_position
    .size earshot_tile_short, . - earshot_tile_short

    .section .text.earshot_tile_any, "ax", %progbits
    .balign 8
    begin earshot_tile_any
    find_entry .Lsteps
    ldr r3, [sp, #RUN_SKIP]
    adr.w r2, .Lrequantise
    cbz r3, 2f
    subs r3, r3, r5
    str r3, [sp, #RUN_SKIP]
    adr.w r2, .Lnext_run
2:  orr r2, r2, #1
    str r2, [sp, #AFTER_RUN]
    ldr r1, [sp, #BLOCK]
    b .Lposition
    multiply_steps .Lsteps
    ldr r2, [sp, #RUN_END]
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
    adds r2, r2, #32
    adds r2, r2, r3
    str r2, [sp, #RUN_END]

    .balign 4
.Lrequantise:
    scale
    ldr r1, [sp, #SHIFT]
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
    store_and_advance
    beq .Lrow_end
.Lposition:
    start_position
.Lrow_end:
    next_row .Lposition, .Ldone
.Ldone:
    end earshot_tile_any
