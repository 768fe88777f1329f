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
    int32_t bias_before;   /* of the first and the last output of a whole row, with the padding in it */
    int32_t bias_behind;
    uint32_t column_bytes;
    int32_t shift; /* s - 33, which walk.S takes as 0 */
} earshot_walk;

_Static_assert(offsetof(earshot_walk, bias_behind) == 48, "walk.S relies on this layout");

/* Rows of 4 channels that follow each other in memory, to words that hold two neighbouring values of a
 * channel. */
typedef struct earshot_unzip_plan {
    uint32_t channels; /* bytes from one position to the next */
    uint32_t padding;  /* 4 times the zero point */
    uint32_t whole;    /* words of two values in a row */
    uint32_t
        halves; /* 1: a half word of padding and one value before them, 2: one value and padding behind */
    int32_t words_step; /* bytes from behind the last word written to the next row's first */
    int32_t values_step;
} earshot_unzip_plan;

_Static_assert(offsetof(earshot_unzip_plan, values_step) == 20, "walk.S relies on this layout");

void earshot_unzip(uint32_t *words, const int8_t *values, const earshot_unzip_plan *plan, uint32_t rows);

/* The same for rows of 5 values to 3 words; what the last word has no value for is not padding. */
void earshot_unzip_row(uint32_t *words, const int8_t *values, uint32_t channels, uint32_t rows,
                       uint32_t pitch);

typedef void earshot_walk_function(const earshot_walk *walk);

earshot_walk_function earshot_walk_3_1_row, earshot_walk_3_1_4, earshot_walk_3_1_2, earshot_walk_5_2_8,
    earshot_walk_5_2_4, earshot_walk_5_2_2;

#endif
