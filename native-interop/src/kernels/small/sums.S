/*
 * The functions of sums.h on pairs of int16. Four neighbouring values v0 v1 v2 v3 become the words (v0, v2) and
 * (v1, v3), which is what SXTB16 makes of them; weights and patches agree in this.
 */
#if defined(__ARM_FEATURE_DSP)
    .syntax unified
    .thumb

    .equ HALF, 0
    .equ BIAS, 20
    .equ MULTIPLIERS, 24
    .equ WEIGHTS, 28
    .equ ROW, 32
    .equ INPUT, 36
    .equ END, 40
    .equ OUTPUT, 44
    .equ SECOND, 48
    .equ COUNT, 52
    .equ BYTES, 56

    .macro function name
    .section .text.\name, "ax", %progbits
    .global \name
    .type \name, %function
    .thumb_func
    .balign 4
\name:
    .endm

    /* A copy of the structure on the stack, whose pointers move on. */
    .macro begin
    push {r4-r11, lr}
    sub sp, sp, #BYTES
    ldm r0!, {r1-r7}
    mov r8, sp
    stm r8!, {r1-r7}
    ldm r0, {r1-r7}
    stm r8, {r1-r7}
    .endm

    /* r8 half, r9 shift, r10 zero point, r11 least, r12 most; r14 for `sum` and `multiplier` */
    .macro finish sum, multiplier
    smmla \sum, \sum, \multiplier, r8
    asr \sum, \sum, r9
    add \sum, \sum, r10
    cmp \sum, r11
    it lt
    movlt \sum, r11
    cmp \sum, r12
    it gt
    movgt \sum, r12
    .endm

    /* r0 patch, r1 bytes, r2 words */
    function earshot_widen_patch
    cbz r2, 2f
1:  ldr r3, [r1], #4
    sxtb16 r12, r3
    sxtb16 r3, r3, ror #8
    strd r12, r3, [r0], #16
    subs r2, r2, #1
    bne 1b
2:  bx lr
    .size earshot_widen_patch, . - earshot_widen_patch

    /* r1 patches, r2 their end, r3 weights, r4 row; r5 to r8 sums */
    function earshot_sum_patches
    begin
1:  ldr r0, [sp, #BIAS]
    ldm r0!, {r5, r6}
    str r0, [sp, #BIAS]
    ldrd r3, r4, [sp, #WEIGHTS]
    ldrd r1, r2, [sp, #INPUT]
    mov r7, r5
    mov r8, r6
    .balign 4
2:  ldr r11, [r3, r4]
    ldr r9, [r3], #4
    sxtb16 r12, r11
    sxtb16 r11, r11, ror #8
    sxtb16 r10, r9
    sxtb16 r9, r9, ror #8
    ldrd r0, lr, [r1], #8
    smlad r5, r10, r0, r5
    smlad r6, r12, r0, r6
    smlad r5, r9, lr, r5
    smlad r6, r11, lr, r6
    ldrd r0, lr, [r1], #8
    smlad r7, r10, r0, r7
    smlad r8, r12, r0, r8
    smlad r7, r9, lr, r7
    smlad r8, r11, lr, r8
    cmp r1, r2
    bne 2b
    ldr r0, [sp, #WEIGHTS]
    add r0, r0, r4, lsl #1
    str r0, [sp, #WEIGHTS]
    mov r4, r8
    ldm sp, {r8-r12}
    ldr r0, [sp, #MULTIPLIERS]
    ldm r0!, {r1, r2}
    str r0, [sp, #MULTIPLIERS]
    ldrd r0, r3, [sp, #OUTPUT]
    finish r5, r1
    finish r7, r1
    finish r6, r2
    finish r4, r2
    strb r7, [r0, r3]
    strb r5, [r0], #1
    strb r4, [r0, r3]
    strb r6, [r0], #1
    str r0, [sp, #OUTPUT]
    ldr r1, [sp, #COUNT]
    subs r1, r1, #1
    str r1, [sp, #COUNT]
    bne 1b
    add sp, sp, #BYTES
    pop {r4-r11, pc}
    .size earshot_sum_patches, . - earshot_sum_patches

    /* r0 channel, r1 tap, r2 its end, r3 weights; r4 to r7 sums, r9 row */
    function earshot_sum_taps
    begin
    movs r0, #0
1:  ldrd r3, r9, [sp, #WEIGHTS]
    ldrd r1, r2, [sp, #INPUT]
    ldr r8, [sp, #BIAS]
    ldm r8!, {r4-r7}
    str r8, [sp, #BIAS]
    add r3, r3, r0
    .balign 4
2:  ldr r10, [r1], #4
    ldr r11, [r3]
    ldr r10, [r10, r0]
    add r3, r3, r9
    sxtb16 r12, r11
    sxtb16 r11, r11, ror #8
    sxtb16 lr, r10
    sxtb16 r10, r10, ror #8
    smlabb r4, r12, lr, r4
    smlabb r5, r11, r10, r5
    smlatt r6, r12, lr, r6
    smlatt r7, r11, r10, r7
    cmp r1, r2
    bne 2b
    ldm sp, {r8-r12}
    ldr r1, [sp, #MULTIPLIERS]
    ldr lr, [r1], #4
    finish r4, lr
    ldr lr, [r1], #4
    finish r5, lr
    ldr lr, [r1], #4
    finish r6, lr
    ldr lr, [r1], #4
    finish r7, lr
    str r1, [sp, #MULTIPLIERS]
    ldr r1, [sp, #OUTPUT]
    strb r4, [r1, r0]
    adds r0, r0, #1
    strb r5, [r1, r0]
    adds r0, r0, #1
    strb r6, [r1, r0]
    adds r0, r0, #1
    strb r7, [r1, r0]
    adds r0, r0, #1
    ldr r1, [sp, #COUNT]
    cmp r0, r1
    bne 1b
    add sp, sp, #BYTES
    pop {r4-r11, pc}
    .size earshot_sum_taps, . - earshot_sum_taps
#endif
