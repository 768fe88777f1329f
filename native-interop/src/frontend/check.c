#include "earshot/front_end.h"

#include "spectrum.h"

static int sizes_are_right(const earshot_front_end_settings *settings)
{
    return settings->sample_rate >= 1000 && settings->sample_rate <= 192000 &&
           (settings->fft_size == 256 || settings->fft_size == 512 || settings->fft_size == 1024) &&
           settings->frame_samples >= 16 && settings->frame_samples <= settings->fft_size &&
           settings->hop_samples >= 1 && settings->hop_samples <= settings->frame_samples &&
           settings->bands >= 1 && settings->bands <= 256 && settings->triangle_count <= 512;
}

/* What differs between the kinds, the normalisation of mel bands excepted. */
static int kind_is_right(const earshot_front_end_settings *settings)
{
    if (settings->kind == EARSHOT_FRONT_END_SAMPLES)
        return settings->bands == settings->hop_samples && settings->first_band == settings->triangle_count &&
               settings->normalisation == EARSHOT_NORMALISATION_FIXED && settings->shift == 0 &&
               settings->zero_point == 0 && settings->level_start == 0 && settings->level_rate == 0;
    return settings->kind == EARSHOT_FRONT_END_LOG_MEL &&
           (uint32_t)settings->first_band + settings->bands <= settings->triangle_count;
}

/* Each segment lies behind the one before it, and no weight exceeds one. */
static int triangles_are_right(const earshot_front_end_settings *settings, uint32_t *widest)
{
    uint32_t next = 1;
    *widest = 0;
    for (uint32_t i = 0; i < settings->triangle_count; ++i) {
        const earshot_triangle *triangle = settings->triangles + i;
        if (triangle->first_bin < next ||
            triangle->first_bin + (uint32_t)triangle->bins > settings->fft_size / 2u)
            return 0;
        next = triangle->first_bin + (uint32_t)triangle->bins;
        if (triangle->bins > 0 &&
            triangle->rise_offset + (uint64_t)(triangle->bins - 1u) * triangle->rise_slope > (uint64_t)1
                                                                                                 << 32)
            return 0;
        if (triangle->bins > *widest)
            *widest = triangle->bins;
    }
    return 1;
}

/*
 * A sample times a window entry is at most half of the entry. With h halvings the sum of the entries bounds
 * every number of the transform: |Y| <= sum / 2^h, which shall be at most 2^30 and leaves a bit for
 * rounding and for the steps inside a butterfly. By Parseval the powers of all bins add up to at most size /
 * 2 * (sum of squares) / 4^h; `widest` times that bounds the moments, which shall fit into 64 bits. Squares
 * are taken in units of 2^16.
 */
static int window_is_right(const earshot_front_end_settings *settings, uint32_t widest)
{
    const uint32_t halvings = earshot_halvings(settings->fft_size);
    uint64_t sum = 0;
    uint64_t squares = 0;
    for (uint32_t i = 0; i < settings->fft_size; ++i) {
        const int32_t entry = settings->window[i];
        if (entry < -(1 << 25) || entry > 1 << 25 || (i >= settings->frame_samples && entry != 0))
            return 0;
        const uint32_t magnitude = (uint32_t)(entry < 0 ? -entry : entry);
        const uint64_t rounded_up = (magnitude + 255u) >> 8;
        sum += magnitude;
        squares += rounded_up * rounded_up;
    }
    /* 63/64: room for the rounding errors of the powers. */
    return sum <= (uint64_t)1 << (30 + halvings) &&
           squares * (settings->fft_size / 2u) * (widest > 0 ? widest : 1) <= (uint64_t)63
                                                                                  << (42 + 2 * halvings);
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
    if (settings->shift < 24 || settings->shift > 47)
        return 0;
    for (uint32_t i = 0; i < settings->bands; ++i) {
        if (settings->means[i] < -65536 || settings->means[i] > 65536 || settings->multipliers[i] < 1)
            return 0;
    }
    return 1;
}

static int offsets_are_right(const earshot_front_end_settings *settings)
{
    return settings->log_offset >= -40 * 65536 && settings->log_offset <= 40 * 65536 &&
           settings->log_floor >= -40 * 256 && settings->log_floor <= 60 * 256 &&
           settings->level_offset >= -65536 && settings->level_offset <= 65536;
}

earshot_status earshot_front_end_check(const earshot_front_end_settings *settings)
{
    if (!settings || !settings->window || !settings->triangles)
        return EARSHOT_ERROR_ARGUMENT;
    const int samples = settings->kind == EARSHOT_FRONT_END_SAMPLES;
    if (!samples && (!settings->means || !settings->multipliers))
        return EARSHOT_ERROR_ARGUMENT;
    uint32_t widest;
    if (!sizes_are_right(settings) || !kind_is_right(settings) || !triangles_are_right(settings, &widest) ||
        !window_is_right(settings, widest) || !(samples || normalisation_is_right(settings)) ||
        !offsets_are_right(settings))
        return EARSHOT_ERROR_FRONT_END;
    return EARSHOT_OK;
}
