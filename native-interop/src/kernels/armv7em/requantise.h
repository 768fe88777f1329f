/*
 * Requantisation: clamp(z + (acc * M + 2^(s - 1) >> s)), 33 <= s.
 *
 * SMMLA gives floor(acc * M / 2^32) + rounding, where rounding = 2^(s - 33) + (z << (s - 32)) brings in the
 * half and the zero point exactly; a shift by s - 32 is left, and SSAT does one bit of it and the clamp to
 * int8.
 */
#ifndef EARSHOT_KERNELS_ARMV7EM_REQUANTISE_H
#define EARSHOT_KERNELS_ARMV7EM_REQUANTISE_H

#include <arm_acle.h>
#include <stdbool.h>
#include <stdint.h>

/* Above this SMMLA could overflow. */
#define EARSHOT_LARGEST_SHIFT 54

typedef struct earshot_requantisation {
    int32_t rounding;
    int32_t shift; /* s - 33 */
} earshot_requantisation;

static inline earshot_requantisation requantisation_of(int32_t s, int8_t zero_point)
{
    return (earshot_requantisation){
        .rounding = (int32_t)(1u << (s - 33)) + (int32_t)zero_point * (int32_t)(1u << (s - 32)),
        .shift = s - 33,
    };
}

static inline int32_t multiply_high_add(int32_t acc, int32_t multiplier, int32_t rounding)
{
    int32_t sum;
    __asm__("smmla %0, %1, %2, %3" : "=r"(sum) : "r"(acc), "r"(multiplier), "r"(rounding));
    return sum;
}

/* value >> 1, clamped to int8. */
static inline int32_t halve_to_int8(int32_t value)
{
    int32_t clamped;
    __asm__("ssat %0, #8, %1, asr #1" : "=r"(clamped) : "r"(value));
    return clamped;
}

static inline int8_t requantise(int32_t acc, int32_t multiplier, earshot_requantisation by)
{
    return (int8_t)halve_to_int8(multiply_high_add(acc, multiplier, by.rounding) >> by.shift);
}

#endif
