/* Builds small model packs with random weights, and plans their arena as docs/model-pack.md describes. */
#ifndef BUILDER_H
#define BUILDER_H

#include "earshot/earshot.h"
#include "model/pack.h"
#include "test.h"

#define BUILDER_LAYERS 24

/* Layer scratch of every pack; the build for a kernel set that needs some says how much. */
#ifndef TEST_SCRATCH
#define TEST_SCRATCH 0
#endif

typedef struct builder {
    random_state random;
    earshot_pack_header header;
    earshot_pack_tensor tensors[BUILDER_LAYERS + 1];
    earshot_pack_layer layers[BUILDER_LAYERS];
    int8_t *weights[BUILDER_LAYERS];
    int32_t *biases[BUILDER_LAYERS];
    int32_t *multipliers[BUILDER_LAYERS];
    int layer_count;
    int share; /* let tensors share memory where the format allows it */
    const uint8_t
        *in_place;    /* null, or which layers are to write over their input if they may; adds scratch */
    uint32_t scratch; /* bytes of layer scratch */
} builder;

/* For builder.in_place: every layer that may. */
extern const uint8_t builder_all_in_place[BUILDER_LAYERS];

/* In stream mode, window_columns and decision_hop follow from the layers. */
void builder_begin(builder *b, uint64_t seed, int mode, int bands, int window_columns, int decision_hop,
                   int block_columns);

/* Geometry of a layer; zeros stand for the neutral values. */
typedef struct geometry {
    int kernel_time, kernel_frequency;
    int stride_time, stride_frequency;
    int dilation_time, dilation_frequency;
    int pad_time_begin, pad_time_end;
    int pad_frequency_begin, pad_frequency_end;
} geometry;

/* Each adds a layer and returns its output tensor, or -1 when it does not fit its input. */
int builder_layer(builder *b, int op, int input, int out_channels, geometry shape);
int builder_join(builder *b, int op, int first, int second, int first_crop, int second_crop, int axis);

/* A dense layer over everything that `input` has in one window (`columns` of it in stream mode), then
 * softmax. */
void builder_head(builder *b, int input, int columns, int stride_time, int classes);

/* The finished pack in 16-byte aligned memory, to be freed with builder_free_pack(); also frees what `b`
 * holds. */
uint8_t *builder_finish(builder *b, size_t *size);
void builder_free_pack(uint8_t *pack);

/* Puts the right checksum into a changed pack. */
void builder_seal(uint8_t *pack, size_t size);

/* 16-byte aligned memory, not initialised. */
void *aligned_memory(size_t bytes);
void free_aligned(void *memory);

#endif
