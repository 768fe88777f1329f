#include "sums.h"

#if !defined(__ARM_FEATURE_DSP)

#include "../../platform.h"

/*
 * The same as earshot_round_shift() and a zero point: nn/arithmetic.h says why the upper word is enough.
 * Without the zero point in the rounding constant it fits for every shift.
 */
static int8_t finish(int32_t sum, int32_t multiplier, const earshot_rounding *by)
{
    const int32_t high = (int32_t)(((int64_t)sum * multiplier) >> 32);
    return (int8_t)earshot_clamp(((high + by->half) >> by->shift) + by->zero_point, by->least, by->most);
}

int16_t *earshot_widen_patch(int16_t *patch, const int8_t *bytes, uint32_t words)
{
    for (; words > 0; --words, patch += 4 * EARSHOT_POSITIONS) {
        for (uint32_t i = 0; i < 4; ++i)
            patch[i] = *bytes++;
    }
    return patch;
}

void earshot_sum_patches(const earshot_sums *sums)
{
    const int8_t *weights = sums->weights;
    for (uint32_t channel = 0; channel < 2 * sums->count; ++channel, weights += sums->row) {
        int32_t first = sums->bias[channel], second = first;
        const int8_t *weight = weights;
        for (const int16_t *patch = sums->input; patch != sums->end; patch += 4) {
            for (uint32_t i = 0; i < 4; ++i, ++patch, ++weight) {
                first += *weight * patch[0];
                second += *weight * patch[4];
            }
        }
        sums->output[channel] = finish(first, sums->multipliers[channel], &sums->rounding);
        sums->output[(int32_t)channel + sums->second] =
            finish(second, sums->multipliers[channel], &sums->rounding);
    }
}

void earshot_sum_taps(const earshot_sums *sums)
{
    for (uint32_t channel = 0; channel < sums->count; ++channel) {
        int32_t sum = sums->bias[channel];
        const int8_t *weight = sums->weights + channel;
        for (const int8_t *const *tap = sums->input; tap != sums->end; ++tap, weight += sums->row)
            sum += (*tap)[channel] * *weight;
        sums->output[channel] = finish(sum, sums->multipliers[channel], &sums->rounding);
    }
}

#endif
