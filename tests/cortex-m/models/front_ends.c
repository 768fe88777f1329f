/*
 * Writes the front-end cases: 30 bands at each size of the transform, half a frame as the hop, over sound
 * that goes from full scale to silence.
 *
 *     make-front-ends FILE
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../image/front_ends.h"
#include "builder.h"
#include "settings.h"
#include "test.h"

enum { SAMPLES = 8192 };

static void synthesise(int16_t *pcm)
{
    random_state random = {7};
    for (int i = 0; i < SAMPLES; ++i) {
        const int part = 8 * i / SAMPLES;
        const double loudness = part < 6 ? 32767.0 / (1 << 3 * part) : part == 6 ? 32767.0 : 0.0;
        const double sound =
            part == 6 ? (i / 20 % 2 ? 1.0 : -1.0)
                      : 0.6 * sin(0.001 * i * i / 16.0) + 0.4 * random_int(&random, -1000, 1000) / 1000;
        pcm[i] = (int16_t)lrint(loudness * sound);
    }
}

static uint32_t append(uint8_t *bytes, uint32_t *size, const void *table, size_t count)
{
    const uint32_t offset = *size;
    memcpy(bytes + offset, table, count);
    *size += (uint32_t)((count + 15) & ~(size_t)15);
    return offset;
}

static void put_case(FILE *file, int fft_size, const int16_t *pcm)
{
    static test_settings own;
    test_settings_make(&own, 16000, fft_size, fft_size / 2, fft_size, 30);
    earshot_front_end_settings *s = &own.settings;
    s->normalisation = EARSHOT_NORMALISATION_CAUSAL;
    s->level_rate = 2000;
    s->level_start = 10 * 256;
    uint8_t *bytes = aligned_memory(65536);
    memset(bytes, 0, 65536);
    front_end_case *header = (front_end_case *)(void *)bytes;
    uint32_t size = sizeof *header;
    header->record = (earshot_pack_front_end){.kind = EARSHOT_FRONT_END_LOG_MEL,
                                              .normalisation = s->normalisation,
                                              .sample_rate = s->sample_rate,
                                              .frame_samples = s->frame_samples,
                                              .hop_samples = s->hop_samples,
                                              .fft_size = s->fft_size,
                                              .bands = s->bands,
                                              .log_offset = s->log_offset,
                                              .shift = s->shift,
                                              .zero_point = s->zero_point,
                                              .triangle_count = s->triangle_count,
                                              .level_start = s->level_start,
                                              .level_rate = s->level_rate,
                                              .first_band = s->first_band,
                                              .log_floor = s->log_floor,
                                              .level_offset = s->level_offset};
    header->record.window_offset = append(bytes, &size, s->window, s->fft_size * sizeof *s->window);
    header->record.triangles_offset =
        append(bytes, &size, s->triangles, s->triangle_count * sizeof *s->triangles);
    header->record.means_offset = append(bytes, &size, s->means, s->bands * sizeof *s->means);
    header->record.multipliers_offset =
        append(bytes, &size, s->multipliers, s->bands * sizeof *s->multipliers);
    header->samples_offset = append(bytes, &size, pcm, SAMPLES * sizeof *pcm);
    header->samples = SAMPLES;
    header->bytes = size;
    snprintf(header->name, sizeof header->name, "front-end-%d", fft_size);

    earshot_front_end front_end;
    const size_t state = earshot_front_end_state_bytes(s);
    uint8_t *memory = aligned_memory(state + earshot_front_end_scratch_bytes(s));
    if (earshot_front_end_check(s) < 0 || earshot_front_end_init(&front_end, s, memory, memory + state) < 0)
        abort();
    header->expected = front_end_case_run(&front_end, pcm, SAMPLES);
    if (fwrite(bytes, 1, size, file) != size)
        abort();
    free_aligned(memory);
    free_aligned(bytes);
}

int main(int argc, char **argv)
{
    static int16_t pcm[SAMPLES];
    static const front_end_case end;
    FILE *file = argc == 2 ? fopen(argv[1], "wb") : NULL;
    if (!file) {
        perror("make-front-ends FILE");
        return 2;
    }
    synthesise(pcm);
    put_case(file, 256, pcm);
    put_case(file, 512, pcm);
    put_case(file, 1024, pcm);
    if (fwrite(&end, 1, sizeof end, file) != sizeof end || fclose(file) != 0) {
        perror(argv[1]);
        return 1;
    }
    return 0;
}
