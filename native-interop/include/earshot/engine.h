/*
 * Engine: sound in, scores out.
 *
 *     static _Alignas(16) uint8_t arena[32768];
 *     static earshot_model model;
 *     static earshot_engine engine;
 *
 *     if (earshot_model_open(&model, pack, pack_size) < 0 ||
 *         earshot_init(&engine, &model, arena, sizeof arena) < 0)
 *         ...;
 *     for (;;) {
 *         earshot_progress progress;
 *         earshot_push(&engine, samples_from_the_microphone, count, &progress);
 *         if (progress.decisions > 0)
 *             use(earshot_scores(&engine));
 *     }
 *
 * The engine allocates nothing and has no global state: as many engines as there is memory for may run, each
 * in its own arena. One engine must not be used from two threads at once. Its structure must not be moved or
 * copied.
 *
 * Same sound, same scores: how the samples are divided over calls makes no difference to any result.
 */
#ifndef EARSHOT_ENGINE_H
#define EARSHOT_ENGINE_H

#include <stddef.h>
#include <stdint.h>

#include "earshot/model.h"
#include "earshot/status.h"

#ifdef __cplusplus
extern "C" {
#endif

struct earshot_tensor_state;
struct earshot_layer_state;

/* Statically allocatable; its fields are private. */
typedef struct earshot_engine {
    const earshot_model *model;
    uint8_t *arena;
    struct earshot_tensor_state *tensor_states;
    struct earshot_layer_state *layer_states;
    earshot_front_end front_end;
    uint32_t due;       /* columns until the network runs next */
    uint32_t decisions; /* since the last reset */
} earshot_engine;

/* What one call has done. */
typedef struct earshot_progress {
    uint32_t hops;      /* frames that were completed */
    uint32_t decisions; /* times the scores were renewed; when more than one, the scores are the latest */
} earshot_progress;

/*
 * Prepares an engine in `arena`, which must be 16-byte aligned and at least earshot_arena_bytes(model) long.
 * Model and arena must outlive the engine. Errors: EARSHOT_ERROR_ARGUMENT, _ALIGNMENT, _MEMORY, _ARITHMETIC.
 */
EARSHOT_API earshot_status earshot_init(earshot_engine *engine, const earshot_model *model, void *arena,
                                        size_t bytes);

/* Forgets all sound, as after earshot_init(). */
EARSHOT_API void earshot_reset(earshot_engine *engine);

/*
 * Hears `samples` samples (mono, at the model's rate); none is fine. All of them are taken. A call with at
 * most hop_samples of them completes at most one hop and makes at most one decision, which bounds its time.
 * `progress` may be null.
 */
EARSHOT_API earshot_status earshot_push(earshot_engine *engine, const int16_t *pcm, size_t samples,
                                        earshot_progress *progress);

/*
 * Runs the network on given features instead of sound: int8 [columns][bands], as earshot_features() gives
 * them. Do not mix with earshot_push() without a reset between.
 */
EARSHOT_API earshot_status earshot_push_features(earshot_engine *engine, const int8_t *features,
                                                 size_t columns, earshot_progress *progress);

/*
 * Scores of the latest decision: int8 [classes], probability = (score + 128) / 256. Null before the first
 * decision after a reset. Valid until the next push or reset.
 */
EARSHOT_API const int8_t *earshot_scores(const earshot_engine *engine);

/*
 * What the scores were computed from: int8 [classes], logit = (value - logits_zero_point) * logits_scale with
 * both from earshot_model_get_info(). Null before the first decision.
 */
EARSHOT_API const int8_t *earshot_logits(const earshot_engine *engine);

/* Decisions since the last reset; wraps after 2^32. */
EARSHOT_API uint32_t earshot_decisions(const earshot_engine *engine);

/*
 * A-weighted level (LAeq) of the latest frame in 1/256 dB, where 0 is a full-scale sine of 1 kHz. Digital
 * silence and everything below give EARSHOT_LEVEL_FLOOR, and so does an engine that has not completed a
 * frame. To get sound pressure level, add the level that a full-scale sine stands for: it is the microphone's
 * and the board's.
 */
#define EARSHOT_LEVEL_FLOOR (-128 * 256)
EARSHOT_API int32_t earshot_level(const earshot_engine *engine);

#ifdef __cplusplus
}
#endif

#endif
