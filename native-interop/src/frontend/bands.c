#include "bands.h"

#include "../compiler.h"
#include "../platform.h"
#include "earshot/engine.h"
#include "fixed_point.h"
#include "logarithm.h"
#include "triangle.h"

static int32_t decibels(const earshot_front_end_settings *settings, uint64_t weighted)
{
    if (weighted == 0)
        return EARSHOT_LEVEL_FLOOR;
    /* 256 * 10 * log10(2) / 65536 in 1/2^22 */
    const int32_t level =
        settings->level_offset + (int32_t)(((int64_t)earshot_log2(weighted) * 49321 + (1 << 21)) >> 22);
    return level < EARSHOT_LEVEL_FLOOR ? EARSHOT_LEVEL_FLOOR : level;
}

/* What the sums over the filter bank need from one triangle to the next. */
typedef struct cursor {
    const earshot_bin *spectrum;
    const earshot_triangle *triangle;
    uint64_t rising;   /* what the triangle has got from the bins below its peak */
    uint64_t weighted; /* A-weighted sum so far */
} cursor;

EARSHOT_INLINE uint64_t next_energy(cursor *at)
{
    const earshot_triangle *triangle = at->triangle++;
    const earshot_moments moments = earshot_sum_bins(at->spectrum + triangle->first_bin, triangle->bins);
    const uint64_t rising = earshot_scale(moments.sum, triangle->rise_offset) +
                            earshot_scale(moments.moment, triangle->rise_slope);
    const uint64_t energy = at->rising + (moments.sum - rising);
    at->rising = rising;
    at->weighted += earshot_scale(energy, triangle->level_weight);
    return energy;
}

int32_t earshot_log_mel(const earshot_front_end_settings *settings, const earshot_bin *spectrum,
                        int16_t *log_mel)
{
    cursor at = {spectrum, settings->triangles, 0, 0};
    const earshot_triangle *end = at.triangle + settings->triangle_count;
    const earshot_triangle *first_band = at.triangle + settings->first_band;
    const earshot_triangle *behind_bands = first_band + settings->bands;
    /* Rounding of the step from Q16 to Q8 included. */
    const int32_t offset = settings->log_offset - 128;
    const int32_t floor = settings->log_floor;
    while (at.triangle < end) {
        const earshot_triangle *triangle = at.triangle;
        const uint64_t energy = next_energy(&at);
        if (triangle < first_band || triangle >= behind_bands)
            continue;
        const int32_t value = energy > 0 ? (earshot_log2(energy) - offset) >> 8 : floor;
        *log_mel++ = (int16_t)(value < floor ? floor : value);
    }
    return decibels(settings, at.weighted);
}

/* Mean over bands in Q16. */
static int32_t mean_level(const int16_t *log_mel, uint32_t bands)
{
    /* log_mel lies in [-40, 104] * 256; the offset makes the sum positive, so that division rounds one way.
     */
    const uint32_t offset = 16384;
    uint32_t sum = 0;
    for (uint32_t band = 0; band < bands; ++band)
        sum += (uint32_t)(log_mel[band] + (int32_t)offset);
    return (int32_t)((sum * 256u + bands / 2u) / bands) - (int32_t)(offset * 256u);
}

void earshot_normalise(const earshot_front_end_settings *settings, const int16_t *log_mel, int32_t *running,
                       int8_t *features)
{
    int32_t subtract = 0;
    if (settings->normalisation == EARSHOT_NORMALISATION_CAUSAL) {
        const int64_t step =
            (int64_t)(mean_level(log_mel, settings->bands) - *running) * settings->level_rate;
        *running += (int32_t)((step + 32768) >> 16);
        subtract = (*running + 128) >> 8;
    }
    /* Eight bits more make the shift 32 or more, so that only the product's upper word is shifted. */
    const uint32_t shift = settings->shift + 8u - 32u;
    const int64_t half = (int64_t)1 << (settings->shift + 7);
    const int32_t zero_point = settings->zero_point;
    const int32_t *means = settings->means;
    const int32_t *multipliers = settings->multipliers;
    for (const int8_t *end = features + settings->bands; features < end; ++features) {
        const int32_t value = (*log_mel++ - subtract - *means++) * 256;
        const int32_t upper = (int32_t)(((int64_t)value * *multipliers++ + half) >> 32);
        *features = (int8_t)earshot_clamp((upper >> shift) + zero_point, -128, 127);
    }
}
