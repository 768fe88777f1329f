/*
 * The firmware's tone check: takes sound out of the microphone's ring and looks for a tone in it. Called from
 * the CLR's thread alone.
 */
#ifndef EARSHOT_FIRMWARE_TONE_CHECK_H
#define EARSHOT_FIRMWARE_TONE_CHECK_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { EARSHOT_TONE_FIELDS = 3 };

/* Begins to look for `frequency` Hz. 0, EARSHOT_ERROR_ARGUMENT, or EARSHOT_FIRMWARE_MICROPHONE when none
 * runs. */
int32_t earshot_tone_check_begin(int32_t frequency);

/*
 * Takes `samples` samples at most out of the ring and looks at them. Returns how many there were,
 * EARSHOT_ERROR_ARGUMENT when `samples` is negative, EARSHOT_FIRMWARE_MICROPHONE before the beginning.
 */
int32_t earshot_tone_check_hear(int32_t samples);

/*
 * Fills `fields`, of which there are `count`: level, ratio, samples, as in earshot_tone_result. 0,
 * EARSHOT_ERROR_ARGUMENT when `count` is too few, EARSHOT_FIRMWARE_NO_SOUND before the first sample.
 */
int32_t earshot_tone_check_read(int32_t *fields, uint32_t count);

#ifdef __cplusplus
}
#endif

#endif
