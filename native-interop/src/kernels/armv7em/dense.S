/*
 * Sums of 4 output channels of a dense layer.
 *
 *     void earshot_dense_sums(int32_t *sums, const int8_t *values, const int8_t *weights, uint32_t row, uint32_t count);
 *
 * Adds the products of `count` values (a multiple of 4) and of as many weights in each of 4 rows that lie `row` bytes
 * apart. Each weight is used once, so weights are widened on the way.
 *
 * r0 end of the values, r1 values, r2 to r5 weights of the rows, r6 to r9 sums, r10 and r11 values in pairs.
 */
    .syntax unified
    .thumb

    .section .text.earshot_dense_sums, "ax", %progbits
    .global earshot_dense_sums
    .type earshot_dense_sums, %function
    .thumb_func
    .balign 4
earshot_dense_sums:
    push {r0, r4-r11, lr}
    ldm r0, {r6-r9}
    ldr r0, [sp, #40]
    add r0, r0, r1
    adds r4, r2, r3
    adds r5, r4, r3
    add r3, r5, r3
    /* Rows 0 to 3 are now r2, r4, r5, r3. */
    b 2f
    .balign 4
1:  ldr r11, [r1], #4
    ldr r12, [r2], #4
    sxtb16 r10, r11
    sxtb16 r11, r11, ror #8
    sxtb16 lr, r12
    sxtb16 r12, r12, ror #8
    smlad r6, r10, lr, r6
    smlad r6, r11, r12, r6
    ldr r12, [r4], #4
    sxtb16 lr, r12
    sxtb16 r12, r12, ror #8
    smlad r7, r10, lr, r7
    smlad r7, r11, r12, r7
    ldr r12, [r5], #4
    sxtb16 lr, r12
    sxtb16 r12, r12, ror #8
    smlad r8, r10, lr, r8
    smlad r8, r11, r12, r8
    ldr r12, [r3], #4
    sxtb16 lr, r12
    sxtb16 r12, r12, ror #8
    smlad r9, r10, lr, r9
    smlad r9, r11, r12, r9
2:  cmp r1, r0
    bne 1b
    pop {r0}
    stm r0, {r6-r9}
    pop {r4-r11, pc}
    .size earshot_dense_sums, . - earshot_dense_sums
