/*
 * Pairs of int16 in one register, the operands of SMLAD and its relatives.
 */
#ifndef EARSHOT_KERNELS_ARMV7EM_PAIRS_H
#define EARSHOT_KERNELS_ARMV7EM_PAIRS_H

#include <arm_acle.h>
#include <stdint.h>
#include <string.h>

/* Bytes 0 and 2 of four int8, each widened to a half. */
static inline uint32_t even_bytes(uint32_t four)
{
    uint32_t pair;
    __asm__("sxtb16 %0, %1" : "=r"(pair) : "r"(four));
    return pair;
}

/* Bytes 1 and 3. */
static inline uint32_t odd_bytes(uint32_t four)
{
    uint32_t pair;
    __asm__("sxtb16 %0, %1, ror #8" : "=r"(pair) : "r"(four));
    return pair;
}

/* The low half of `low` below the low half of `high`. */
static inline uint32_t low_halves(uint32_t low, uint32_t high)
{
    uint32_t pair;
    __asm__("pkhbt %0, %1, %2, lsl #16" : "=r"(pair) : "r"(low), "r"(high));
    return pair;
}

/* The high half of `low` below the high half of `high`. */
static inline uint32_t high_halves(uint32_t low, uint32_t high)
{
    uint32_t pair;
    __asm__("pkhtb %0, %2, %1, asr #16" : "=r"(pair) : "r"(low), "r"(high));
    return pair;
}

/* sum + both products of a pair. */
static inline int32_t add_products(int32_t sum, uint32_t x, uint32_t weights)
{
    return __smlad((int16x2_t)x, (int16x2_t)weights, sum);
}

/* Any address: the core reads unaligned words. */
static inline uint32_t load_word(const int8_t *bytes)
{
    uint32_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* Four values of A and of B to the words A0 B0 A1 B1, in one store; returns where the next belong. */
static inline uint32_t *store_two_fours(uint32_t *words, uint32_t a, uint32_t b)
{
    register uint32_t even_a __asm__("r2") = even_bytes(a);
    register uint32_t even_b __asm__("r3") = even_bytes(b);
    register uint32_t odd_a __asm__("r4") = odd_bytes(a);
    register uint32_t odd_b __asm__("r5") = odd_bytes(b);
    __asm__ volatile("stmia %0!, {r2, r3, r4, r5}"
                     : "+l"(words)
                     : "r"(even_a), "r"(even_b), "r"(odd_a), "r"(odd_b)
                     : "memory");
    return words;
}

/* One value in both halves. */
static inline uint32_t both_halves(int8_t value)
{
    return (uint32_t)(uint16_t)value * 0x10001u;
}

#endif
