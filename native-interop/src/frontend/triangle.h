/* The sums over the bins between two neighbouring peaks of the filter bank. */
#ifndef EARSHOT_FRONTEND_TRIANGLE_H
#define EARSHOT_FRONTEND_TRIANGLE_H

#include "spectrum.h"

/* sum of P[i] and of i * P[i], i counting from the first bin */
typedef struct earshot_moments {
    uint64_t sum;
    uint64_t moment;
} earshot_moments;

/*
 * From the last bin down: adding up the running sum weighs every bin with its index, without a product. The
 * DSP cores get the five instructions a bin that this takes; compilers make nine of it.
 */
static inline earshot_moments earshot_sum_bins(const earshot_bin *first, uint32_t bins)
{
    earshot_moments moments = {0, 0};
    const earshot_bin *bin = first + bins;
#if defined(__ARM_FEATURE_DSP)
#define EARSHOT_TAKE_BIN                                                                                     \
    "ldrd %Q[power], %R[power], [%[bin], #-8]!\n\t"                                                          \
    "adds %Q[moment], %Q[moment], %Q[sum]\n\t"                                                               \
    "adc %R[moment], %R[moment], %R[sum]\n\t"                                                                \
    "adds %Q[sum], %Q[sum], %Q[power]\n\t"                                                                   \
    "adc %R[sum], %R[sum], %R[power]\n\t"
    uint64_t power;
    __asm__ volatile(
        "lsls %Q[power], %[bins], #31\n\t"
        "bpl 1f\n\t" EARSHOT_TAKE_BIN "1:\n\t"
        "lsls %Q[power], %[bins], #30\n\t"
        "bpl 2f\n\t" EARSHOT_TAKE_BIN EARSHOT_TAKE_BIN "2:\n\t"
        "cmp %[bin], %[first]\n\t"
        "bls 4f\n\t"
        "3:\n\t" EARSHOT_TAKE_BIN EARSHOT_TAKE_BIN EARSHOT_TAKE_BIN EARSHOT_TAKE_BIN
        "cmp %[bin], %[first]\n\t"
        "bhi 3b\n\t"
        "4:\n\t"
        : [sum] "+&r"(moments.sum), [moment] "+&r"(moments.moment), [power] "=&r"(power), [bin] "+&r"(bin)
        : [first] "r"(first), [bins] "r"(bins)
        : "cc", "memory");
#undef EARSHOT_TAKE_BIN
#else
    while (bin > first) {
        moments.moment += moments.sum;
        moments.sum += (--bin)->power;
    }
#endif
    return moments;
}

#endif
