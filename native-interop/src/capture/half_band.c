#include "half_band.h"

/*
 * Half of the taps beside the centre in 1/2^16: sinc(k / 2) / 2 times a Kaiser window with beta 5, scaled so
 * that two sets and the centre of 1/2 make exactly 1. Every second tap is 0.
 */
static const int16_t taps[8] = {20659, -6356, 3235, -1786, 962, -472, 193, -51};

int earshot_half_band_push(earshot_half_band *filter, int32_t in, int32_t *out)
{
    if (!filter->is_odd) {
        filter->is_odd = 1;
        filter->even[filter->even_at] = in;
        filter->even_at = (filter->even_at + 1) & 15;
        return 0;
    }
    filter->is_odd = 0;
    /* Of 31 values the centre lies 15 back: 8 pushes of an odd one ago. */
    const int32_t centre = filter->odd[filter->odd_at];
    filter->odd[filter->odd_at] = in;
    filter->odd_at = (filter->odd_at + 1) & 7;

    int64_t sum = (int64_t)centre * 32768;
    for (uint32_t i = 0; i < 8; ++i) {
        const int32_t newer = filter->even[(filter->even_at + 8u + i) & 15];
        const int32_t older = filter->even[(filter->even_at + 7u - i) & 15];
        sum += (int64_t)taps[i] * (newer + older);
    }
    *out = (int32_t)((sum + 32768) >> 16);
    return 1;
}
