#include "front_ends.h"

/* FNV-1a over words. */
static uint32_t hash(uint32_t state, int32_t value)
{
    return (state ^ (uint32_t)value) * 16777619u;
}

void front_end_case_settings(const front_end_case *header, earshot_front_end_settings *settings)
{
    const uint8_t *bytes = (const uint8_t *)header;
    const earshot_pack_front_end *record = &header->record;
    *settings =
        (earshot_front_end_settings){.sample_rate = record->sample_rate,
                                     .frame_samples = record->frame_samples,
                                     .hop_samples = record->hop_samples,
                                     .fft_size = record->fft_size,
                                     .bands = record->bands,
                                     .triangle_count = record->triangle_count,
                                     .first_band = record->first_band,
                                     .kind = record->kind,
                                     .normalisation = record->normalisation,
                                     .shift = record->shift,
                                     .zero_point = record->zero_point,
                                     .log_offset = record->log_offset,
                                     .log_floor = record->log_floor,
                                     .level_offset = record->level_offset,
                                     .level_start = record->level_start,
                                     .level_rate = record->level_rate,
                                     .window = (const void *)(bytes + record->window_offset),
                                     .triangles = (const void *)(bytes + record->triangles_offset),
                                     .means = (const void *)(bytes + record->means_offset),
                                     .multipliers = (const void *)(bytes + record->multipliers_offset)};
}

uint32_t front_end_case_run(earshot_front_end *front_end, const int16_t *pcm, uint32_t samples)
{
    uint32_t state = 2166136261u;
    int8_t features[256];
    while (samples > 0) {
        int complete;
        const size_t taken = earshot_front_end_push(front_end, pcm, samples, features, &complete);
        pcm += taken;
        samples -= (uint32_t)taken;
        if (!complete)
            continue;
        for (uint32_t band = 0; band < front_end->settings->bands; ++band)
            state = hash(hash(state, features[band]), front_end->log_mel[band]);
        state = hash(state, front_end->level);
    }
    return state;
}
