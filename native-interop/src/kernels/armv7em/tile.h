/*
 * The inner tile of convolution, see tile.S.
 */
#ifndef EARSHOT_KERNELS_ARMV7EM_TILE_H
#define EARSHOT_KERNELS_ARMV7EM_TILE_H

#include <stddef.h>
#include <stdint.h>

#include "../../nn/packed_shapes.h"

/*
 * Work for one block of 4 output channels over a rectangle of positions. Every position is computed at two
 * places of the image, A and B, whose activations lie interleaved word by word. A kernel is one or more runs
 * of consecutive words.
 */
typedef struct earshot_tile_plan {
    const uint32_t *block;
    int32_t output_step;     /* bytes from one position to the next */
    int32_t step;            /* bytes from the end of a position's last run to the next position */
    const uint32_t *row_end; /* where the position behind the first row would be */
    int8_t *output;          /* of A */
    int32_t output_b;        /* bytes from A's output to B's */
    uint32_t run_words;      /* words of one channel in one run */
    int32_t row_step;        /* bytes from row_end to the second row's first position */
    int32_t row_bytes;       /* bytes of activations from a row's first position to row_end */
    int32_t output_row_step; /* bytes from behind a row's last position to the next row */
    uint32_t rows;
    const uint32_t *activations; /* of the first position */
    const uint32_t *run_end;     /* weights behind the first run */
    uint32_t shift;              /* s - 33 */
    uint32_t after_run;          /* the tile's own */
    int32_t run_skip;            /* bytes of activations between two runs; 0 when there is one run */
    int32_t run_bytes;           /* bytes of weights of one run */
    const uint32_t *block_end;   /* as run_end, of the last run */
} earshot_tile_plan;

_Static_assert(offsetof(earshot_tile_plan, block_end) == 68, "tile.S relies on this layout");

/* Computes what the plan describes. */
void earshot_tile(const earshot_tile_plan *plan);

/*
 * Where in `memory` (16-byte aligned, 64 bytes more than the blocks) the first block belongs: the weights end
 * at a multiple of 64, by which the short tile knows their end.
 */
uint32_t *earshot_tile_place(uint8_t *memory, uint32_t words_a_channel);

/* Fills in what surrounds the weights of a block. Returns the place of the weights. */
uint32_t *earshot_tile_block(uint32_t *block, uint32_t words_a_channel, const int32_t *bias,
                             const int32_t *multipliers, int32_t rounding);

#endif
