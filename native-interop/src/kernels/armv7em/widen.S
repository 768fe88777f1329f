/*
 * Widening of int8 weights.
 *
 *     void earshot_widen_weights(uint32_t *block, const int8_t *rows, uint32_t count);
 *
 * 4 rows of `count` weights (a multiple of 4), one behind another, to [count / 2][4] words, channels 2, 3, 0, 1.
 */
    .syntax unified
    .thumb

    .section .text.earshot_widen_weights, "ax", %progbits
    .global earshot_widen_weights
    .type earshot_widen_weights, %function
    .thumb_func
    .balign 4
earshot_widen_weights:
    push {r4-r11, lr}
    add r1, r1, r2
    add r3, r1, r2, lsl #1
    add r12, r3, r2
    rsb lr, r2, #0
    add r2, r2, r1
    /* r1, r2, r3 and r12 are where rows 0 to 3 end, and lr counts up to 0. */
    .balign 4
1:  ldr r4, [r1, lr]
    ldr r5, [r2, lr]
    ldr r6, [r3, lr]
    ldr r7, [r12, lr]
    sxtb16 r8, r6
    sxtb16 r9, r7
    sxtb16 r10, r4
    sxtb16 r11, r5
    stmia r0!, {r8-r11}
    sxtb16 r8, r6, ror #8
    sxtb16 r9, r7, ror #8
    sxtb16 r10, r4, ror #8
    sxtb16 r11, r5, ror #8
    stmia r0!, {r8-r11}
    adds lr, lr, #4
    bne 1b
    pop {r4-r11, pc}
    .size earshot_widen_weights, . - earshot_widen_weights
