/*
 * Sizes of what the kernels on packed pairs (src/kernels/armv7em) keep in the scratch. Apart from them
 * because the host plans the scratch on a machine that cannot run them.
 */
#ifndef EARSHOT_NN_PACKED_SHAPES_H
#define EARSHOT_NN_PACKED_SHAPES_H

#include <stdint.h>

#include "../model/pack.h"

/* Convolution: a block of 4 output channels is the bias twice, the weights, rounding and multipliers. */
#define EARSHOT_BLOCK_CHANNELS 4u
#define EARSHOT_BLOCK_WORDS_BEFORE 8u
#define EARSHOT_BLOCK_WORDS_BEHIND 5u
#define EARSHOT_BLOCK_WORDS(words_a_channel)                                                                 \
    (EARSHOT_BLOCK_WORDS_BEFORE + EARSHOT_BLOCK_CHANNELS * (words_a_channel) + EARSHOT_BLOCK_WORDS_BEHIND)

/* Bytes of one block of several, and what the first may have to move on: the tile wants them in certain
 * places. */
#define EARSHOT_BLOCK_BYTES(words_a_channel) ((4u * EARSHOT_BLOCK_WORDS(words_a_channel) + 63u) & ~63u)
#define EARSHOT_BLOCK_SLACK 64u

static inline uint32_t earshot_blocks(uint32_t channels)
{
    return (channels + EARSHOT_BLOCK_CHANNELS - 1) / EARSHOT_BLOCK_CHANNELS;
}

/* Convolution of one channel: words that a kernel row of `values` makes. */
static inline uint32_t earshot_row_words(uint32_t values)
{
    return values / 4 * 2 + (values % 4 == 0 ? 0 : values % 4 == 3 ? 2 : 1);
}

/* And bytes of a padded row of the input; a kernel row is read in whole words. */
static inline uint32_t earshot_padded_row(const earshot_pack_layer *layer, const earshot_pack_tensor *out)
{
    return ((out->frequency - 1u) * layer->stride_frequency + layer->kernel_frequency + 3u) & ~3u;
}

/* Depthwise: how many outputs of a column are computed side by side. */
typedef struct earshot_walk_shape {
    uint8_t kernel, stride, outputs;
    uint8_t kernel_rows; /* 0 = any */
    uint8_t any_shift;   /* else s = 33 */
    uint8_t whole_row;   /* the outputs are all of a column; padding 1 on both sides, which is not stored;
                            stride 1 in time */
} earshot_walk_shape;

#define EARSHOT_WALK_SHAPES 12
#define EARSHOT_WALK_PLANES 4u
extern const earshot_walk_shape earshot_walk_shapes[EARSHOT_WALK_SHAPES];

/* Index of the shape with the least work for a layer, or -1 when there is none. */
int32_t earshot_choose_walk(const earshot_pack_layer *layer, const earshot_pack_tensor *in,
                            const earshot_pack_tensor *out);

/* Words of one channel's row under the outputs of a strip. */
static inline uint32_t earshot_strip_words(const earshot_walk_shape *shape)
{
    return ((shape->outputs - 1u) * shape->stride + shape->kernel + 1u - (shape->whole_row ? 2u : 0u)) / 2;
}

/* Words of one channel's weights in a kernel row. */
static inline uint32_t earshot_row_weights(const earshot_walk_shape *shape)
{
    return shape->stride == 2 ? shape->kernel / 2u + 1u : shape->kernel - 1u;
}

static inline uint32_t earshot_strips(const earshot_walk_shape *shape, uint32_t frequency)
{
    return (frequency + shape->outputs - 1u) / shape->outputs;
}

#endif
