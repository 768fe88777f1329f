#include "bands.h"

#include "../platform.h"
#include "earshot/engine.h"
#include "logarithm.h"

void earshot_log_mel(const earshot_front_end_settings *settings, const float *spectrum, int16_t *log_mel)
{
    const float *weights = settings->band_weights;
    for (uint32_t band = 0; band < settings->bands; ++band) {
        const uint32_t bins = settings->band_bins[band].bins;
        const float *power = spectrum + 2u * settings->band_bins[band].first_bin;
        float sum = 0.0f;
        for (uint32_t i = 0; i < bins; ++i)
            sum += weights[i] * power[2 * i];
        weights += bins;
        if (sum < settings->power_floor)
            sum = settings->power_floor;
        log_mel[band] = (int16_t)((earshot_log2(sum) + 128) >> 8);
    }
}

/* Mean over bands in Q16. */
static int32_t mean_level(const int16_t *log_mel, uint32_t bands)
{
    /* log_mel lies in [-40, 84) * 256; the offset makes the sum positive, so that division rounds one way. */
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
    const int64_t half = (int64_t)1 << (settings->shift - 1);
    for (uint32_t band = 0; band < settings->bands; ++band) {
        const int64_t value = log_mel[band] - subtract - settings->means[band];
        const int64_t scaled = (value * settings->multipliers[band] + half) >> settings->shift;
        /* Clamped before the zero point is added: with a small shift it exceeds 32 bits. */
        const int32_t bounded = (int32_t)(scaled < -512 ? -512 : scaled > 512 ? 512 : scaled);
        features[band] = (int8_t)earshot_clamp(bounded + settings->zero_point, -128, 127);
    }
}

int32_t earshot_weighted_level(const earshot_front_end_settings *settings, const float *spectrum)
{
    float sum = 0.0f;
    for (uint32_t bin = 0; bin <= settings->fft_size / 2u; ++bin)
        sum += settings->level_weights[bin] * spectrum[2 * bin];
    /* -128 dB; also keeps zero out of the logarithm. */
    if (sum < 1.5848932e-13f)
        return EARSHOT_LEVEL_FLOOR;
    /* 256 * 10 * log10(2) / 65536 in 1/2^22. */
    return (int32_t)(((int64_t)earshot_log2(sum) * 49321 + (1 << 21)) >> 22);
}
