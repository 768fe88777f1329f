#include "earshot/front_end.h"

#include <string.h>

#include "../platform.h"
#include "bands.h"
#include "companding.h"
#include "earshot/engine.h"
#include "move.h"
#include "spectrum.h"

size_t earshot_front_end_state_bytes(const earshot_front_end_settings *settings)
{
    return earshot_align(settings->fft_size * sizeof(int16_t)) +
           earshot_align(settings->bands * sizeof(int16_t));
}

size_t earshot_front_end_scratch_bytes(const earshot_front_end_settings *settings)
{
    return earshot_align(settings->fft_size / 2u * sizeof(earshot_bin));
}

earshot_status earshot_front_end_init(earshot_front_end *front_end,
                                      const earshot_front_end_settings *settings, void *state, void *scratch)
{
    if (!front_end || !settings || !state || !scratch)
        return EARSHOT_ERROR_ARGUMENT;
    if (!earshot_is_aligned(state) || !earshot_is_aligned(scratch))
        return EARSHOT_ERROR_ALIGNMENT;
    uint8_t *bytes = state;
    front_end->settings = settings;
    front_end->frame = (int16_t *)(void *)bytes;
    front_end->log_mel = (int16_t *)(void *)(bytes + earshot_align(settings->fft_size * sizeof(int16_t)));
    front_end->spectrum = scratch;
    earshot_front_end_reset(front_end);
    return EARSHOT_OK;
}

void earshot_front_end_reset(earshot_front_end *front_end)
{
    front_end->filled = 0;
    front_end->running = front_end->settings->level_start * 256;
    front_end->level = EARSHOT_LEVEL_FLOOR;
    /* The window is zero behind the frame, but what it multiplies must be a number all the same. */
    memset(front_end->frame, 0, front_end->settings->fft_size * sizeof(int16_t));
    memset(front_end->log_mel, 0, front_end->settings->bands * sizeof(int16_t));
}

static void finish_frame(earshot_front_end *front_end, int8_t *features)
{
    const earshot_front_end_settings *settings = front_end->settings;
    const uint32_t kept = (uint32_t)settings->frame_samples - settings->hop_samples;
    earshot_power_spectrum(front_end->spectrum, front_end->frame, settings->window, settings->fft_size);
    front_end->level = earshot_log_mel(settings, front_end->spectrum, front_end->log_mel);
    if (settings->kind == EARSHOT_FRONT_END_SAMPLES)
        earshot_compand(front_end->frame + kept, settings->hop_samples, features);
    else
        earshot_normalise(settings, front_end->log_mel, &front_end->running, features);
    earshot_move_down(front_end->frame, front_end->frame + settings->hop_samples, kept);
    front_end->filled = kept;
}

size_t earshot_front_end_push(earshot_front_end *front_end, const int16_t *pcm, size_t samples,
                              int8_t *features, int *complete)
{
    const size_t missing = front_end->settings->frame_samples - front_end->filled;
    const size_t taken = samples < missing ? samples : missing;
    if (taken > 0)
        earshot_move_down(front_end->frame + front_end->filled, pcm, taken);
    front_end->filled += (uint32_t)taken;
    *complete = taken == missing;
    if (*complete)
        finish_frame(front_end, features);
    return taken;
}
