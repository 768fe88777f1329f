/*
 * Tone check: does the microphone hear a tone that somebody plays to it? With a phone at 1 kHz, or a
 * calibrator at 94 dB, it tests capsule, amplifier, converter, sample rate and gain in one go.
 *
 *     earshot_tone_begin(&tone, 1000, 16000);
 *     earshot_tone_push(&tone, pcm, count);   // half a second of sound in pieces of any size
 *     earshot_tone_read(&tone, &result);      // result.ratio above 10 dB: it is there
 */
#ifndef EARSHOT_TONE_H
#define EARSHOT_TONE_H

#include <stddef.h>
#include <stdint.h>

#include "earshot/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Statically allocatable; its fields are private. */
typedef struct earshot_tone {
    uint32_t phase; /* 1/2^32 of a turn */
    uint32_t step;
    uint32_t samples;
    int64_t cosine;
    int64_t sine;
    int64_t sum;
    uint64_t squares;
} earshot_tone;

typedef struct earshot_tone_result {
    int32_t level;    /* of the tone, 1/256 dB; 0 is a sine of full scale */
    int32_t ratio;    /* tone to everything else but the mean, 1/256 dB */
    uint32_t samples; /* that were heard */
} earshot_tone_result;

/*
 * Begins to listen for `frequency` Hz, 1 to half of `sample_rate`; else EARSHOT_ERROR_ARGUMENT. What lies
 * more than sample_rate / samples Hz beside it counts as something else.
 */
EARSHOT_API earshot_status earshot_tone_begin(earshot_tone *tone, uint32_t frequency, uint32_t sample_rate);

/* Hears samples; from 65 536 in all on, no more are taken. */
EARSHOT_API void earshot_tone_push(earshot_tone *tone, const int16_t *pcm, size_t samples);

/* Says what was heard. EARSHOT_ERROR_ARGUMENT before the first sample. */
EARSHOT_API earshot_status earshot_tone_read(const earshot_tone *tone, earshot_tone_result *result);

#ifdef __cplusplus
}
#endif

#endif
