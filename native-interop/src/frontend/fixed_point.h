/*
 * Products of fixed-point numbers that every core computes alike.
 *
 * One factor is a half of a word that packs two signed 16-bit numbers: one load brings both, and the DSP
 * extension's SMULWB and SMULWT multiply by either half in one cycle. All forms give floor(x * half / 65536).
 */
#ifndef EARSHOT_FRONTEND_FIXED_POINT_H
#define EARSHOT_FRONTEND_FIXED_POINT_H

#include <stdint.h>

#if defined(__ARM_FEATURE_DSP)

static inline int32_t earshot_multiply_low(int32_t x, uint32_t pair)
{
    int32_t product;
    __asm__("smulwb %0, %1, %2" : "=r"(product) : "r"(x), "r"(pair));
    return product;
}

static inline int32_t earshot_multiply_high(int32_t x, uint32_t pair)
{
    int32_t product;
    __asm__("smulwt %0, %1, %2" : "=r"(product) : "r"(x), "r"(pair));
    return product;
}

static inline int32_t earshot_multiply_low_add(int32_t sum, int32_t x, uint32_t pair)
{
    int32_t result;
    __asm__("smlawb %0, %1, %2, %3" : "=r"(result) : "r"(x), "r"(pair), "r"(sum));
    return result;
}

static inline int32_t earshot_multiply_high_add(int32_t sum, int32_t x, uint32_t pair)
{
    int32_t result;
    __asm__("smlawt %0, %1, %2, %3" : "=r"(result) : "r"(x), "r"(pair), "r"(sum));
    return result;
}

#else

static inline int32_t earshot_multiply_half(int32_t x, int16_t half)
{
#if defined(__ARM_ARCH_6M__) || defined(__ARM_ARCH_8M_BASE__)
    /* Without a long multiply two short ones are cheaper than the library's. */
    return (x >> 16) * half + (((x & 0xffff) * half) >> 16);
#else
    /* The upper word of a long product needs no shift. */
    return (int32_t)(((int64_t)x * (half * 65536)) >> 32);
#endif
}

static inline int32_t earshot_multiply_low(int32_t x, uint32_t pair)
{
    return earshot_multiply_half(x, (int16_t)(uint16_t)pair);
}

static inline int32_t earshot_multiply_high(int32_t x, uint32_t pair)
{
    return earshot_multiply_half(x, (int16_t)(uint16_t)(pair >> 16));
}

static inline int32_t earshot_multiply_low_add(int32_t sum, int32_t x, uint32_t pair)
{
    return sum + earshot_multiply_low(x, pair);
}

static inline int32_t earshot_multiply_high_add(int32_t sum, int32_t x, uint32_t pair)
{
    return sum + earshot_multiply_high(x, pair);
}

#endif

/* floor(x * factor / 2^32) */
static inline uint64_t earshot_scale(uint64_t x, uint32_t factor)
{
    return (x >> 32) * factor + (((x & 0xffffffffu) * factor) >> 32);
}

#endif
