/*
 * Model: a checked view of a model pack.
 *
 * A pack (docs/model-pack.md) is one block of bytes: front-end settings, labels, layers, an arena plan and
 * weights. It is used in place, so a pack in flash costs no RAM. Opening it checks every byte that the engine
 * will rely on; after EARSHOT_OK no content of the pack can make the engine read or write outside its memory.
 */
#ifndef EARSHOT_MODEL_H
#define EARSHOT_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "earshot/front_end.h"
#include "earshot/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How the network sees time. */
typedef enum earshot_mode {
    EARSHOT_MODE_STREAM = 0, /* convolutions keep their history; each hop costs only that hop */
    EARSHOT_MODE_WINDOW = 1  /* at every decision the network runs over the last window_columns columns */
} earshot_mode;

/* What a class is for. */
typedef enum earshot_class_kind {
    EARSHOT_CLASS_EVENT = 0,     /* reported */
    EARSHOT_CLASS_BACKGROUND = 1 /* "unknown" or "quiet": learnt, never reported */
} earshot_class_kind;

struct earshot_pack_header;
struct earshot_pack_class;
struct earshot_pack_tensor;
struct earshot_pack_layer;

/* Statically allocatable; its fields are private. */
typedef struct earshot_model {
    const uint8_t *bytes;
    const struct earshot_pack_header *header;
    const struct earshot_pack_class *classes;
    const struct earshot_pack_tensor *tensors;
    const struct earshot_pack_layer *layers;
    earshot_front_end_settings front_end;
    int32_t fault;
} earshot_model;

/* One class as the pack describes it. */
typedef struct earshot_class {
    const char *label;            /* zero-terminated UTF-8, inside the pack */
    uint16_t label_bytes;         /* without the terminator */
    uint16_t kind;                /* earshot_class_kind */
    uint16_t on_threshold;        /* smoothed score at which an event begins, 0 to 256 in 1/256 */
    uint16_t off_threshold;       /* smoothed score below which it ends, 0 to on_threshold */
    uint16_t minimum_duration_ms; /* shorter events are not reported */
} earshot_class;

/* What the pack says of the whole model. */
typedef struct earshot_model_info {
    const char *name;        /* zero-terminated UTF-8, inside the pack; "" when it has none */
    const char *details;     /* zero-terminated UTF-8 (free text, by convention JSON); "" when it has none */
    uint16_t mode;           /* earshot_mode */
    uint16_t classes;        /* number of classes */
    uint16_t layers;         /* number of layers */
    uint16_t window_columns; /* columns (hops) that one decision looks back on */
    uint16_t decision_hop;   /* columns from one decision to the next */
    uint16_t block_columns;  /* columns that are worked on at a time */
    uint32_t smoothing_ms;   /* time constant of the score average, 0 = none */
    int16_t quiet_level;     /* hops below it count as quiet, 1/256 dB (see earshot_level()) */
    int8_t feature_zero_point; /* real feature = (q - feature_zero_point) * feature_scale */
    int8_t logits_zero_point;  /* real logit = (q - logits_zero_point) * logits_scale */
    float feature_scale;
    float logits_scale;
    uint32_t sample_rate; /* Hz */
    uint16_t frame_samples;
    uint16_t hop_samples;
    uint16_t bands;
} earshot_model_info;

/*
 * Checks a pack and points into it. `bytes` must be 16-byte aligned and stay valid and unchanged as long as
 * the model is in use. `size` is the number of bytes available and must equal the size in the header. On an
 * error the model is unusable, and earshot_model_fault() says which record is at fault.
 */
EARSHOT_API earshot_status earshot_model_open(earshot_model *model, const void *bytes, size_t size);

/*
 * After a failed earshot_model_open(): the index of the class, tensor or layer at fault (which of them
 * follows from the status), or -1 when the fault is not in one record.
 */
EARSHOT_API int32_t earshot_model_fault(const earshot_model *model);

/* The size that a pack's header claims, from its first 16 bytes: for a loader that reads a pack from a stream
 * or finds it in flash. 0 when the magic or the version is not right. Checks nothing else. */
EARSHOT_API uint32_t earshot_pack_size(const void *bytes);

/* Fills *info. Never fails on an opened model. */
EARSHOT_API void earshot_model_get_info(const earshot_model *model, earshot_model_info *info);

/* Fills *description of class `index` (0 to classes - 1); EARSHOT_ERROR_ARGUMENT when there is none. */
EARSHOT_API earshot_status earshot_model_get_class(const earshot_model *model, uint32_t index,
                                                   earshot_class *description);

/* The front-end settings in the pack, for earshot_features(); valid as long as the model. */
EARSHOT_API const earshot_front_end_settings *earshot_model_front_end(const earshot_model *model);

/* Which kernels a plan is made for; every pack runs on every build. */
typedef enum earshot_goal {
    EARSHOT_FOR_SPEED = 0, /* `armv7em` */
    EARSHOT_FOR_SIZE = 1   /* those of EARSHOT_SMALL */
} earshot_goal;

/*
 * 1 when the kernels of `goal` lose no time where layer `layer` writes over its input, because they read
 * everything before; else it is computed column by column. The same on every platform.
 */
EARSHOT_API int earshot_layer_overwrites(const earshot_model *model, uint32_t layer, earshot_goal goal);

/*
 * Bytes of layer scratch with which the kernels of `goal` compute layer `layer` best: in one piece (speed),
 * or a pair of positions at a time (size). What the layer needs in order to write over its input is included.
 * 0 when it needs none or is computed by the reference kernels. The same on every platform.
 */
EARSHOT_API size_t earshot_layer_scratch_bytes(const earshot_model *model, uint32_t layer, earshot_goal goal);

/*
 * Bytes of layer scratch with which the `armv7em` kernels compute every layer in one piece; a multiple of 16.
 * A pack may provide less, down to none: a layer is then computed in strips, or by the reference kernels,
 * slower and with the same result. The same on every platform, for the host plans the arena.
 */
EARSHOT_API size_t earshot_fast_scratch_bytes(const earshot_model *model);

/* Bytes of arena that earshot_init() needs for this model; a multiple of 16. */
EARSHOT_API size_t earshot_arena_bytes(const earshot_model *model);

#ifdef __cplusplus
}
#endif

#endif
