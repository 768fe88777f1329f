/*
 * Depthwise convolution of one channel down one strip.
 *
 *     void earshot_walk_3_1_row(const earshot_walk *walk);   kernel 3 × 3, stride 1, rows of 5 outputs with padding 1
 *     void earshot_walk_3_1_4(const earshot_walk *walk);     stride 1 along frequency, 4 outputs a row
 *     void earshot_walk_3_1_2(const earshot_walk *walk);
 *     void earshot_walk_5_2_8(const earshot_walk *walk);
 *     void earshot_walk_5_2_4(const earshot_walk *walk);     kernel any × 5, stride 2 along frequency
 *     void earshot_walk_5_2_2(const earshot_walk *walk);
 *     void earshot_unzip(uint32_t *words, const int8_t *values, const earshot_unzip_plan *plan, uint32_t rows);
 *
 * A word holds two neighbouring values, and 4 planes lie interleaved, so the next word of a row is 16 bytes on.
 * Requantises for s = 33 only. The 3 × 3 kernels keep all 9 weights in r3 to r8, as (w0, w1) and (w1, w2) of
 * each kernel row: an output over the low half of a word takes (w0, w1) and then w2 alone, one over the high half w0
 * alone and then (w1, w2).
 */
    .syntax unified
    .thumb

/* Fields of earshot_walk, copied to the stack. */
    .equ X, 0
    .equ WEIGHTS, 4
    .equ BIAS, 8
    .equ WEIGHTS_END, 12
    .equ MULTIPLIER, 16
    .equ ROUNDING, 20
    .equ OUTPUT, 24
    .equ CHANNELS, 28
    .equ X_STEP, 32
    .equ X_END, 36
    .equ OUTPUT_STEP, 40
    .equ BIAS_BEFORE, 44
    .equ BIAS_BEHIND, 48
    .equ WALK_BYTES, 52

    .macro begin name
    .section .text.\name, "ax", %progbits
    .global \name
    .type \name, %function
    .thumb_func
    .balign 4
\name:
    push {r4-r11, lr}
    sub sp, #WALK_BYTES
    mov r1, sp
    ldmia r0!, {r2-r12, lr}
    stmia r1!, {r2-r12, lr}
    ldr r2, [r0]
    str r2, [r1]
    ldrd r0, r1, [sp, #X]
    .endm

    .macro end name
    add sp, #WALK_BYTES
    pop {r4-r11, pc}
    .size \name, . - \name
    .endm

    /* r1 and r2 become multiplier and rounding, the sums int8; then the outputs' place and distance. */
    .macro requantise sums:vararg
    ldrd r1, r2, [sp, #MULTIPLIER]
    .irp sum, \sums
    smmla \sum, \sum, r1, r2
    .endr
    .irp sum, \sums
    ssat \sum, #8, \sum, asr #1
    .endr
    ldrd r1, r2, [sp, #OUTPUT]
    .endm

    /* To the next row of outputs; leaves the flags "equal" behind the last. */
    .macro next_row
    ldr r2, [sp, #OUTPUT_STEP]
    ldr r9, [sp, #X_STEP]
    ldr r10, [sp, #X_END]
    add r1, r1, r2
    str r1, [sp, #OUTPUT]
    add r0, r0, r9
    cmp r0, r10
    .endm

    /* The first two words of a kernel row under outputs 0 to 3, added to sums or to the bias in acc0. */
    .macro first_words offset, low, high, s0, s1, s2, s3
    ldr r1, [r0, #\offset]
    ldr r2, [r0, #\offset + 16]
    smlabt r10, \low, r1, \s1
    smlad r11, r2, \low, \s2
    smlabt r12, \low, r2, \s3
    smlad r9, r1, \low, \s0
    smlad r10, r2, \high, r10
    smlatb r9, \high, r2, r9
    .endm

    /* Four channels at two positions in r8 and r9 to four words. */
    .macro store_pairs first, second
    pkhbt r10, \first, \second, lsl #16
    pkhtb \second, \second, \first, asr #16
    sxtb16 r4, r10
    sxtb16 r5, r10, ror #8
    sxtb16 r6, \second
    sxtb16 r7, \second, ror #8
    stmia r0!, {r4-r7}
    .endm

    /* r0 words, r1 values, r2 plan, r3 rows */
    .equ UNZIP_CHANNELS, 0
    .equ UNZIP_PADDING, 4
    .equ UNZIP_WHOLE, 8
    .equ UNZIP_HALVES, 12
    .equ UNZIP_WORDS_STEP, 16
    .equ UNZIP_VALUES_STEP, 20

    .section .text.earshot_unzip, "ax", %progbits
    .global earshot_unzip
    .type earshot_unzip, %function
    .thumb_func
    .balign 4
earshot_unzip:
    push {r4-r11, lr}
    ldr r12, [r2, #UNZIP_CHANNELS]
    .balign 4
1:  ldr r11, [r2, #UNZIP_WHOLE]
    ldr lr, [r2, #UNZIP_HALVES]
    tst lr, #1
    beq 2f
    ldr r8, [r2, #UNZIP_PADDING]
    ldr r9, [r1]
    add r1, r1, r12
    store_pairs r8, r9
2:  cmp r11, #0
    beq 4f
    .balign 4
3:  ldr r8, [r1]
    ldr r9, [r1, r12]
    subs r11, r11, #1
    add r1, r1, r12, lsl #1
    store_pairs r8, r9
    bne 3b
4:  tst lr, #2
    beq 5f
    ldr r8, [r1]
    ldr r9, [r2, #UNZIP_PADDING]
    store_pairs r8, r9
5:  ldr r10, [r2, #UNZIP_WORDS_STEP]
    ldr r11, [r2, #UNZIP_VALUES_STEP]
    add r0, r0, r10
    add r1, r1, r11
    subs r3, r3, #1
    bne 1b
    pop {r4-r11, pc}
    .size earshot_unzip, . - earshot_unzip

    /* 5 outputs that are a whole row with padding 1: the words are (x0, x1), (x2, x3), (x4, -), the padding is in the
     * bias of the outer outputs. */
    .macro whole_row offset, low, high, s1=r10, s2=r11, s3=r12
    smlad r9, r1, \high, r9
    smlabt r11, \low, r1, \s2
    smlad r12, r2, \low, \s3
    smlabt lr, \low, r2, lr
    smlad r10, r1, \low, \s1
    ldr r1, [r0, #\offset + 32]
    smlatb r10, \high, r2, r10
    smlad r11, r2, \high, r11
    smlatb r12, \high, r1, r12
    smlabb lr, \high, r1, lr
    .endm

    begin earshot_walk_3_1_row
    ldm r1, {r3-r8}
    .balign 4
1:  ldr r9, [sp, #BIAS_BEFORE]
    ldr r10, [sp, #BIAS]
    ldr lr, [sp, #BIAS_BEHIND]
    ldr r1, [r0]
    ldr r2, [r0, #16]
    whole_row 0, r3, r4, r10, r10, r10
    ldr r1, [r0, #48]
    ldr r2, [r0, #64]
    whole_row 48, r5, r6
    ldr r1, [r0, #96]
    ldr r2, [r0, #112]
    whole_row 96, r7, r8
    requantise r9, r10, r11, r12, lr
    strb r9, [r1]
    add r9, r1, r2, lsl #1
    strb r10, [r1, r2]
    strb r11, [r1, r2, lsl #1]
    strb r12, [r9, r2]
    strb lr, [r9, r2, lsl #1]
    ldr r2, [sp, #OUTPUT_STEP]
    ldr r9, [sp, #X_END]
    add r1, r1, r2
    str r1, [sp, #OUTPUT]
    adds r0, r0, #48
    cmp r0, r9
    bne 1b
    end earshot_walk_3_1_row

    /*
     *     void earshot_unzip_row(uint32_t *words, const int8_t *values, uint32_t channels, uint32_t rows, uint32_t pitch);
     *
     * For earshot_walk_3_1_row; the last word's high halves are never used.
     */
    .section .text.earshot_unzip_row, "ax", %progbits
    .global earshot_unzip_row
    .type earshot_unzip_row, %function
    .thumb_func
    .balign 4
earshot_unzip_row:
    push {r4-r11, lr}
    ldr r12, [sp, #36]
    .balign 4
1:  add r6, r1, r2, lsl #1
    ldr r4, [r1]
    ldr r5, [r1, r2]
    ldr r7, [r6, r2]
    ldr lr, [r6, r2, lsl #1]
    ldr r6, [r6]
    add r1, r1, r12
    pkhbt r10, r4, r5, lsl #16
    pkhtb r5, r5, r4, asr #16
    sxtb16 r8, r10
    sxtb16 r9, r10, ror #8
    sxtb16 r10, r5
    sxtb16 r11, r5, ror #8
    stmia r0!, {r8-r11}
    pkhbt r10, r6, r7, lsl #16
    pkhtb r7, r7, r6, asr #16
    sxtb16 r8, r10
    sxtb16 r9, r10, ror #8
    sxtb16 r10, r7
    sxtb16 r11, r7, ror #8
    stmia r0!, {r8-r11}
    sxtb16 r8, lr
    sxtb16 r9, lr, ror #8
    lsr r10, r8, #16
    lsr r11, r9, #16
    stmia r0!, {r8-r11}
    subs r3, r3, #1
    bne 1b
    pop {r4-r11, pc}
    .size earshot_unzip_row, . - earshot_unzip_row

    .macro row_of_4 offset, low, high, s0=r9, s1=r10, s2=r11, s3=r12
    ldr lr, [r0, #\offset + 32]
    first_words \offset, \low, \high, \s0, \s1, \s2, \s3
    smlatb r11, \high, lr, r11
    smlad r12, lr, \high, r12
    .endm

    begin earshot_walk_3_1_4
    ldm r1, {r3-r8}
    .balign 4
1:  ldr r9, [sp, #BIAS]
    row_of_4 0, r3, r4, r9, r9, r9, r9
    row_of_4 48, r5, r6
    row_of_4 96, r7, r8
    requantise r9, r10, r11, r12
    strb r9, [r1]
    strb r10, [r1, r2]
    strb r11, [r1, r2, lsl #1]
    add r1, r1, r2, lsl #1
    strb r12, [r1, r2]
    next_row
    bne 1b
    end earshot_walk_3_1_4

    .macro row_of_2 offset, low, high, s0=r9, s1=r10
    ldr r1, [r0, #\offset]
    ldr r2, [r0, #\offset + 16]
    smlabt r10, \low, r1, \s1
    smlad r9, r1, \low, \s0
    smlad r10, r2, \high, r10
    smlatb r9, \high, r2, r9
    .endm

    begin earshot_walk_3_1_2
    ldm r1, {r3-r8}
    .balign 4
1:  ldr r9, [sp, #BIAS]
    row_of_2 0, r3, r4, r9, r9
    row_of_2 32, r5, r6
    row_of_2 64, r7, r8
    requantise r9, r10
    strb r9, [r1]
    strb r10, [r1, r2]
    next_row
    bne 1b
    end earshot_walk_3_1_2

    begin earshot_walk_5_2_8
    .balign 4
1:  ldrd r0, r1, [sp, #X]
    ldr r6, [sp, #BIAS]
    mov r7, r6
    mov r8, r6
    mov r9, r6
    mov r10, r6
    mov r11, r6
    mov r12, r6
    mov lr, r6
    .balign 4
2:  ldmia r1!, {r3-r5}
    ldr r2, [r0]
    smlad r6, r2, r3, r6
    ldr r2, [r0, #16]
    smlad r6, r2, r4, r6
    smlad r7, r2, r3, r7
    ldr r2, [r0, #32]
    smlabb r6, r2, r5, r6
    smlad r7, r2, r4, r7
    smlad r8, r2, r3, r8
    ldr r2, [r0, #48]
    smlabb r7, r2, r5, r7
    smlad r8, r2, r4, r8
    smlad r9, r2, r3, r9
    ldr r2, [r0, #64]
    smlabb r8, r2, r5, r8
    smlad r9, r2, r4, r9
    smlad r10, r2, r3, r10
    ldr r2, [r0, #80]
    smlabb r9, r2, r5, r9
    smlad r10, r2, r4, r10
    smlad r11, r2, r3, r11
    ldr r2, [r0, #96]
    smlabb r10, r2, r5, r10
    smlad r11, r2, r4, r11
    smlad r12, r2, r3, r12
    ldr r2, [r0, #112]
    smlabb r11, r2, r5, r11
    smlad r12, r2, r4, r12
    smlad lr, r2, r3, lr
    ldr r2, [r0, #128]
    ldr r3, [r0, #144]
    smlabb r12, r2, r5, r12
    smlad lr, r2, r4, lr
    smlabb lr, r3, r5, lr
    ldr r2, [sp, #WEIGHTS_END]
    adds r0, #160
    cmp r1, r2
    bne 2b
    requantise r6, r7, r8, r9, r10, r11, r12, lr
    strb r6, [r1]
    strb r7, [r1, r2]
    strb r8, [r1, r2, lsl #1]
    add r1, r1, r2, lsl #1
    strb r9, [r1, r2]
    strb r10, [r1, r2, lsl #1]
    add r1, r1, r2, lsl #1
    strb r11, [r1, r2]
    strb r12, [r1, r2, lsl #1]
    add r1, r1, r2, lsl #1
    strb lr, [r1, r2]
    next_row
    str r0, [sp, #X]
    bne 1b
    end earshot_walk_5_2_8

    begin earshot_walk_5_2_4
    .balign 4
1:  ldr r9, [sp, #BIAS]
    ldr r1, [sp, #WEIGHTS]
    mov r10, r9
    mov r11, r9
    mov r12, r9
    .balign 4
2:  ldmia r1!, {r3-r5}
    ldr r2, [r0]
    ldr r6, [r0, #16]
    ldr r7, [r0, #32]
    ldr r8, [r0, #48]
    ldr lr, [sp, #WEIGHTS_END]
    smlad r9, r2, r3, r9
    smlad r9, r6, r4, r9
    smlad r10, r6, r3, r10
    smlabb r9, r7, r5, r9
    smlad r10, r7, r4, r10
    smlad r11, r7, r3, r11
    ldr r2, [r0, #64]
    ldr r6, [r0, #80]
    smlabb r10, r8, r5, r10
    smlad r11, r8, r4, r11
    smlad r12, r8, r3, r12
    smlabb r11, r2, r5, r11
    smlad r12, r2, r4, r12
    smlabb r12, r6, r5, r12
    adds r0, #96
    cmp r1, lr
    bne 2b
    requantise r9, r10, r11, r12
    strb r9, [r1]
    strb r10, [r1, r2]
    strb r11, [r1, r2, lsl #1]
    add r1, r1, r2, lsl #1
    strb r12, [r1, r2]
    next_row
    bne 1b
    end earshot_walk_5_2_4

    begin earshot_walk_5_2_2
    .balign 4
1:  ldr r9, [sp, #BIAS]
    ldr r1, [sp, #WEIGHTS]
    mov r10, r9
    .balign 4
2:  ldmia r1!, {r3-r5}
    ldr r2, [r0]
    ldr r6, [r0, #16]
    ldr r7, [r0, #32]
    ldr r8, [r0, #48]
    ldr lr, [sp, #WEIGHTS_END]
    smlad r9, r2, r3, r9
    smlad r9, r6, r4, r9
    smlad r10, r6, r3, r10
    smlabb r9, r7, r5, r9
    smlad r10, r7, r4, r10
    smlabb r10, r8, r5, r10
    adds r0, #64
    cmp r1, lr
    bne 2b
    requantise r9, r10
    strb r9, [r1]
    strb r10, [r1, r2]
    next_row
    bne 1b
    end earshot_walk_5_2_2
