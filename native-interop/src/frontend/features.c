#include <string.h>

#include "earshot/front_end.h"

#include "../platform.h"

size_t earshot_frame_count(const earshot_front_end_settings *settings, size_t samples)
{
    if (samples < settings->frame_samples)
        return 0;
    return (samples - settings->frame_samples) / settings->hop_samples + 1;
}

size_t earshot_features_bytes(const earshot_front_end_settings *settings)
{
    return earshot_front_end_state_bytes(settings) + earshot_front_end_scratch_bytes(settings) +
           earshot_align(settings->bands);
}

earshot_status earshot_features(const earshot_front_end_settings *settings, const int16_t *pcm,
                                size_t samples, void *memory, size_t bytes, int8_t *features,
                                int16_t *log_mel, int32_t *levels, size_t capacity, size_t *frames)
{
    if (!memory || !frames || (!pcm && samples > 0))
        return EARSHOT_ERROR_ARGUMENT;
    earshot_status status = earshot_front_end_check(settings);
    if (status < 0)
        return status;
    if (bytes < earshot_features_bytes(settings) || capacity < earshot_frame_count(settings, samples))
        return EARSHOT_ERROR_MEMORY;

    earshot_front_end front_end;
    uint8_t *scratch = (uint8_t *)memory + earshot_front_end_state_bytes(settings);
    int8_t *column = (int8_t *)(scratch + earshot_front_end_scratch_bytes(settings));
    status = earshot_front_end_init(&front_end, settings, memory, scratch);
    if (status < 0)
        return status;

    const size_t bands = settings->bands;
    size_t done = 0;
    while (samples > 0) {
        int complete;
        const size_t taken = earshot_front_end_push(&front_end, pcm, samples, column, &complete);
        pcm += taken;
        samples -= taken;
        if (!complete)
            continue;
        if (features)
            memcpy(features + done * bands, column, bands);
        if (log_mel)
            memcpy(log_mel + done * bands, front_end.log_mel, bands * sizeof(int16_t));
        if (levels)
            levels[done] = front_end.level;
        ++done;
    }
    *frames = done;
    return EARSHOT_OK;
}
