/*
 * The firmware's one microphone: the ring, what leads into it, and who waits for it. Called from the CLR's
 * thread, except for earshot_microphone_hear_*().
 */
#ifndef EARSHOT_FIRMWARE_MICROPHONE_H
#define EARSHOT_FIRMWARE_MICROPHONE_H

#include <stddef.h>
#include <stdint.h>

#include "earshot/capture.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Samples of a block, and of the ring; a power of two of blocks. Set when the firmware is built. */
#ifndef EARSHOT_BLOCK_SAMPLES
#define EARSHOT_BLOCK_SAMPLES 64
#endif
#ifndef EARSHOT_RING_SAMPLES
#define EARSHOT_RING_SAMPLES 2048
#endif

enum { EARSHOT_STATISTICS_FIELDS = 6 };

/* Starts sampling; position and losses count from 0. 0, EARSHOT_FIRMWARE_MICROPHONE or _SAMPLE_RATE. */
int32_t earshot_microphone_start(int32_t sample_rate);

/* Stops. Samples in the ring stay. 0, or EARSHOT_FIRMWARE_MICROPHONE when it does not run. */
int32_t earshot_microphone_stop(void);

/*
 * What waiting for `samples` samples means now: 1 they are there, 0 wait, EARSHOT_ERROR_ARGUMENT when so many
 * will never be, EARSHOT_FIRMWARE_MICROPHONE when they are not there and it does not run.
 */
int32_t earshot_microphone_await(int32_t samples);

/* Whoever waited waits no more. */
void earshot_microphone_await_none(void);

int64_t earshot_microphone_position(void);
int64_t earshot_microphone_lost_samples(void);

/*
 * Asks for the statistics up to the next interrupt, and fills `fields` with the answer to the call before:
 * those of earshot_capture_statistics in its order; counts end at 2^31 - 1. 1 when there was an answer, 0
 * when not yet, EARSHOT_ERROR_ARGUMENT when `count` is too few, EARSHOT_FIRMWARE_MICROPHONE when it does not
 * run.
 */
int32_t earshot_microphone_read_statistics(int32_t *fields, uint32_t count);

/* Samples a second of the microphone that runs, or 0. */
uint32_t earshot_microphone_sample_rate(void);

/* Where sound is taken from. */
earshot_ring *earshot_microphone_ring(void);

/* Port's interrupt: raw values. Wakes who waits when enough has come. */
void earshot_microphone_hear_unsigned(const uint16_t *raw, size_t count);
void earshot_microphone_hear_signed(const int32_t *raw, size_t count, uint32_t shift);

/* Given by the stubs, called in an interrupt: lets the CLR look again. */
void earshot_microphone_wake(void);

#ifdef __cplusplus
}
#endif

#endif
