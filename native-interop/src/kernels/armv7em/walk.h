/*
 * Depthwise convolution of one channel down one strip of positions, see walk.S and depthwise.c.
 */
#ifndef EARSHOT_KERNELS_ARMV7EM_WALK_H
#define EARSHOT_KERNELS_ARMV7EM_WALK_H

#include <stddef.h>
#include <stdint.h>

#include "../../nn/packed_shapes.h"

/* x holds 4 channels interleaved word by word: [row][word][4]. */
typedef struct earshot_walk {
    const uint32_t *x;
    const uint32_t *weights;
    int32_t bias;
    const uint32_t *weights_end;
    int32_t multiplier;
    int32_t rounding;
    int8_t *output;
    uint32_t channels; /* bytes from one output of a row to the next */
    int32_t x_step;    /* bytes from behind a kernel (3 wide: from its begin) to the next row of outputs */
    const uint32_t *x_end; /* x after the last step */
    int32_t output_step;   /* bytes from the last output that got an address of its own to the next row */
    uint32_t column_bytes;
    int32_t shift; /* s - 33, which walk.S takes as 0 */
} earshot_walk;

_Static_assert(offsetof(earshot_walk, output_step) == 40, "walk.S relies on this layout");

typedef void earshot_walk_function(const earshot_walk *walk);

earshot_walk_function earshot_walk_3_1_5, earshot_walk_3_1_4, earshot_walk_3_1_2, earshot_walk_5_2_4,
    earshot_walk_5_2_2;

#endif
