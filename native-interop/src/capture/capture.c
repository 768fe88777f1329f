#include "earshot/capture.h"

#include <string.h>

#include "half_band.h"
#include "statistics.h"

/* Inside, a sample has 20 bits: four more than it leaves with, so that the mean is removed without rounding.
 */
#define INNER_BITS 20

earshot_status earshot_capture_init(earshot_capture *capture, const earshot_capture_settings *settings,
                                    earshot_ring *ring)
{
    if (!capture || !settings || !ring || settings->bits < 8 || settings->bits > 24 || settings->gain < 1 ||
        settings->dc_shift < 1 || settings->dc_shift > 10)
        return EARSHOT_ERROR_ARGUMENT;
    uint32_t halvings = 0;
    while (halvings <= EARSHOT_CAPTURE_HALVINGS && (1u << halvings) != settings->decimation)
        halvings++;
    if (halvings > EARSHOT_CAPTURE_HALVINGS)
        return EARSHOT_ERROR_ARGUMENT;
    memset(capture, 0, sizeof *capture);
    capture->settings = *settings;
    capture->ring = ring;
    capture->halving_count = halvings;
    earshot_statistics_clear(capture);
    return EARSHOT_OK;
}

static int decimate(earshot_capture *capture, int32_t value, int32_t *sample)
{
    for (uint32_t i = 0; i < capture->halving_count; ++i) {
        if (!earshot_half_band_push(&capture->halvings[i], value, &value))
            return 0;
    }
    *sample = value;
    return 1;
}

static int32_t remove_mean(earshot_capture *capture, int32_t sample)
{
    const uint16_t shift = capture->settings.dc_shift;
    if (!capture->has_mean) {
        /* Starts at what the converter's bias is, not at 0: else the first second would be a decaying step.
         */
        capture->has_mean = 1;
        capture->mean = sample * (1 << shift);
    }
    const int32_t rest = sample - (capture->mean >> shift);
    capture->mean += rest;
    return rest;
}

static void emit(earshot_capture *capture, int32_t sample)
{
    if (!capture->is_open) {
        capture->block = earshot_ring_begin(capture->ring);
        capture->is_open = 1;
        capture->filled = 0;
    }
    if (capture->block)
        capture->block[capture->filled] = (int16_t)sample;
    if (++capture->filled == capture->ring->block_samples) {
        capture->is_open = 0;
        earshot_ring_end(capture->ring);
    }
}

static void add(earshot_capture *capture, int32_t value)
{
    int32_t sample;
    if (!decimate(capture, value, &sample))
        return;
    const int64_t product = (int64_t)remove_mean(capture, sample) * capture->settings.gain;
    int64_t scaled = (product + (1 << (INNER_BITS - 16 + 7))) >> (INNER_BITS - 16 + 8);
    if (scaled > INT16_MAX || scaled < INT16_MIN) {
        scaled = scaled > 0 ? INT16_MAX : INT16_MIN;
        capture->met_end = 1;
    }
    capture->running.clipped += capture->met_end;
    capture->met_end = 0;
    earshot_statistics_add(capture, (int32_t)scaled);
    emit(capture, (int32_t)scaled);
}

static void add_raw(earshot_capture *capture, int32_t value)
{
    const int32_t end = 1 << (capture->settings.bits - 1);
    const int shift = INNER_BITS - capture->settings.bits;
    if (value >= end - 1 || value <= -end) {
        value = value > 0 ? end - 1 : -end;
        capture->met_end = 1;
    }
    add(capture, shift >= 0 ? value * (1 << shift) : value >> -shift);
}

void earshot_capture_unsigned(earshot_capture *capture, const uint16_t *raw, size_t count)
{
    const int32_t centre = 1 << (capture->settings.bits - 1);
    for (size_t i = 0; i < count; ++i)
        add_raw(capture, raw[i] - centre);
    earshot_statistics_answer(capture);
}

void earshot_capture_signed(earshot_capture *capture, const int32_t *raw, size_t count, uint32_t shift)
{
    for (size_t i = 0; i < count; ++i)
        add_raw(capture, raw[i] >> shift);
    earshot_statistics_answer(capture);
}
