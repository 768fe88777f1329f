/*
 * The firmware's one classifier: a model, an engine, an arena. What Earshot.Interop.NativeClassifier calls,
 * without the CLR; a negative result is one of status.h. Called from the CLR's thread alone.
 */
#ifndef EARSHOT_FIRMWARE_CLASSIFIER_H
#define EARSHOT_FIRMWARE_CLASSIFIER_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes of arena, set when the firmware is built: what `earshot inspect` says of the models it shall run. */
#ifndef EARSHOT_ARENA_BYTES
#define EARSHOT_ARENA_BYTES 24576
#endif

enum { EARSHOT_MODEL_FIELDS = 8, EARSHOT_CLASS_FIELDS = 4 };

/* Checks the pack at a place completely and prepares the engine. What was open is closed first. */
int32_t earshot_classifier_open(int32_t place);
int32_t earshot_classifier_close(void);

/* Fill `fields`, of which there are `count`; EARSHOT_ERROR_ARGUMENT when that is too few. */
int32_t earshot_classifier_read_model(int32_t *fields, uint32_t count);
int32_t earshot_classifier_read_class(int32_t index, int32_t *fields, uint32_t count);

/* Copy UTF-8, cut off at `count` bytes; return the whole length. */
int32_t earshot_classifier_read_label(int32_t index, uint8_t *utf8, uint32_t count);
int32_t earshot_classifier_read_name(uint8_t *utf8, uint32_t count);

/* Takes one hop out of the microphone's ring. 1 when the scores were renewed, 0 when not yet. */
int32_t earshot_classifier_process_hop(void);

/* Copies the latest scores, 1/256. EARSHOT_ERROR_ARGUMENT when `count` is less than there are classes. */
int32_t earshot_classifier_read_scores(uint8_t *scores, uint32_t count);

/* Level of the latest frame, 1/256 dB; -32768 for silence and without a model. */
int32_t earshot_classifier_read_level(void);

int32_t earshot_classifier_reset(void);

#ifdef __cplusplus
}
#endif

#endif
