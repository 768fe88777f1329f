/*
 * The loops in which all the time goes: sums of products and their rounding. sums.S has them for cores with
 * the DSP extension, sums.c for all others, host included.
 */
#ifndef EARSHOT_KERNELS_SMALL_SUMS_H
#define EARSHOT_KERNELS_SMALL_SUMS_H

#include <stddef.h>
#include <stdint.h>

/* Output positions whose patches are multiplied together: each weight that is loaded serves both. */
#define EARSHOT_POSITIONS 2u

/* What becomes of sums: clamp(zero_point + (upper word of sum * multiplier, + half >> shift)). */
typedef struct earshot_rounding {
    int32_t half;
    int32_t shift; /* s - 32 */
    int32_t zero_point;
    int32_t least;
    int32_t most;
} earshot_rounding;

/* Some output channels at one or two positions; sums.S knows where the fields lie. */
typedef struct earshot_sums {
    earshot_rounding rounding;
    const int32_t *bias;
    const int32_t *multipliers;
    const int8_t *weights;
    uint32_t row; /* patches: weights of a channel; taps: output channels */
    const void *input;
    const void *end;
    int8_t *output;
    int32_t second; /* from the first position's output to the second's */
    uint32_t count; /* patches: pairs of channels; taps: channels, a multiple of 4 */
} earshot_sums;
_Static_assert(sizeof(void *) != 4 || offsetof(earshot_sums, count) == 52, "sums.S relies on this layout");

/*
 * Brings `words` groups of four int8 to the form that earshot_sum_patches() reads: to
 * [word][EARSHOT_POSITIONS] * 8 bytes from `patch` on, which is one position's place in it. Returns where the
 * next word goes.
 */
int16_t *earshot_widen_patch(int16_t *patch, const int8_t *bytes, uint32_t words);

/*
 * Two channels at two positions at a time: `input` to `end` are the patches, [word][position][4]. Up to 3
 * bytes behind a channel's weights are read; their products are 0.
 */
void earshot_sum_patches(const earshot_sums *sums);

/* Four channels at one position at a time: `input` to `end` are pointers to the first channel under each tap.
 */
void earshot_sum_taps(const earshot_sums *sums);

#endif
