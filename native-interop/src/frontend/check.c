#include "earshot/front_end.h"

#include "../platform.h"
#include "settings.h"

/*
 * The limits keep every intermediate value finite: |sample * window| <= 2^19, |X| <= 2^29, power <= 2^58, a
 * band or the level <= 2^58 * 2^16 * 513 < 2^84. Hence log2 is between -40 and 84 and no feature is ever a
 * NaN.
 */
static int floats_within(const float *values, uint32_t count, float maximum, int negative_too)
{
    for (uint32_t i = 0; i < count; ++i) {
        const float value = negative_too && values[i] < 0.0f ? -values[i] : values[i];
        /* Negative zero is a harmless zero, but has the bits of the largest unsigned number. */
        if (value != 0.0f && !earshot_float_within(value, 0.0f, maximum))
            return 0;
    }
    return 1;
}

static int sizes_are_right(const earshot_front_end_settings *settings)
{
    return settings->sample_rate >= 1000 && settings->sample_rate <= 192000 &&
           (settings->fft_size == 256 || settings->fft_size == 512 || settings->fft_size == 1024) &&
           settings->frame_samples >= 16 && settings->frame_samples <= settings->fft_size &&
           settings->hop_samples >= 1 && settings->hop_samples <= settings->frame_samples &&
           settings->bands >= 1 && settings->bands <= 256;
}

static int bands_are_right(const earshot_front_end_settings *settings)
{
    uint32_t weights = 0;
    for (uint32_t i = 0; i < settings->bands; ++i) {
        const uint32_t first = settings->band_bins[i].first_bin;
        const uint32_t bins = settings->band_bins[i].bins;
        if (bins == 0 || first + bins > settings->fft_size / 2u + 1u)
            return 0;
        weights += bins;
    }
    return weights == settings->band_weight_count;
}

static int normalisation_is_right(const earshot_front_end_settings *settings)
{
    const int causal = settings->normalisation == EARSHOT_NORMALISATION_CAUSAL;
    if (!causal && settings->normalisation != EARSHOT_NORMALISATION_FIXED)
        return 0;
    if (causal ? settings->level_rate < 1 || settings->level_rate > 65536 : settings->level_rate != 0)
        return 0;
    if (settings->level_start < (causal ? -32768 : 0) || settings->level_start > (causal ? 32767 : 0))
        return 0;
    if (settings->shift < 1 || settings->shift > 47)
        return 0;
    for (uint32_t i = 0; i < settings->bands; ++i) {
        if (settings->means[i] < -65536 || settings->means[i] > 65536 || settings->multipliers[i] < 1)
            return 0;
    }
    return 1;
}

earshot_status earshot_front_end_check(const earshot_front_end_settings *settings)
{
    if (!settings || !settings->window || !settings->band_bins || !settings->band_weights ||
        !settings->level_weights || !settings->means || !settings->multipliers)
        return EARSHOT_ERROR_ARGUMENT;
    if (!sizes_are_right(settings) || !bands_are_right(settings) || !normalisation_is_right(settings) ||
        !earshot_float_within(settings->power_floor, 0x1p-40f, 0x1p60f) ||
        !floats_within(settings->window, settings->frame_samples, 16.0f, 1) ||
        !floats_within(settings->band_weights, settings->band_weight_count, 65536.0f, 0) ||
        !floats_within(settings->level_weights, settings->fft_size / 2u + 1u, 65536.0f, 0))
        return EARSHOT_ERROR_FRONT_END;
    return EARSHOT_OK;
}
