/* Fixed-point steps that all kernels share. */
#ifndef EARSHOT_NN_ARITHMETIC_H
#define EARSHOT_NN_ARITHMETIC_H

#include "../platform.h"

/*
 * floor(accumulator * multiplier / 2^shift + 1/2), exactly: one rounding, halves up. 33 <= shift <= 62 and
 * 1 <= multiplier < 2^31, so neither the product nor the sum leaves 64 bits and the result fits in 31.
 *
 * With hi = floor(accumulator * multiplier / 2^32), which is what SMMUL computes, this equals
 * (hi + 2^(shift - 33)) >> (shift - 32): the rounding constant 2^(shift - 1) is a multiple of 2^32, so it may
 * be added after the low word is gone, and floor(floor(x / 2^32) / 2^n) = floor(x / 2^(32 + n)). A Cortex-M4
 * needs one SMMLA and one shift for it.
 */
static inline int32_t earshot_round_shift(int32_t accumulator, int32_t multiplier, uint32_t shift)
{
    const int64_t half = (int64_t)1 << (shift - 1);
    return (int32_t)(((int64_t)accumulator * multiplier + half) >> shift);
}

/* value / 2^shift to nearest, halves to even, for 1 <= shift <= 62; the result is bounded to 16 bits. */
static inline int32_t earshot_round_even(int64_t value, uint32_t shift)
{
    /* Halves up; where nothing is left behind the point it was a half, and its odd neighbour gives way. */
    const int64_t half = (int64_t)1 << (shift - 1);
    const int64_t sum = value + half;
    int64_t rounded = sum >> shift;
    if ((sum & (2 * half - 1)) == 0)
        rounded &= ~(int64_t)1;
    return (int32_t)(rounded < -32768 ? -32768 : rounded > 32767 ? 32767 : rounded);
}

#endif
