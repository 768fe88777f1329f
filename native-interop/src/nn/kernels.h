/*
 * Kernels: the interface that every kernel set under src/kernels implements. Exactly one set is linked
 * (EARSHOT_KERNELS in CMake). Every set gives the same bits; `reference` is the one that says which.
 */
#ifndef EARSHOT_NN_KERNELS_H
#define EARSHOT_NN_KERNELS_H

#include "../model/pack.h"
#include "columns.h"
#include "earshot/model.h"

/* Some output columns of one layer. The engine fills it in; a kernel changes only output columns and scratch.
 */
typedef struct earshot_work {
    const uint8_t *pack; /* offsets in `layer` count from here */
    const earshot_pack_layer *layer;
    const earshot_pack_tensor *in[2]; /* shape, scale and zero point of the inputs */
    const earshot_pack_tensor *out;
    earshot_columns input[2];
    earshot_columns output; /* exactly the columns to compute */
    /*
     * Output column o reads column first[i] + o * stride_time + k * dilation_time of input[i] for every k <
     * kernel_time. One outside the run is padding: the input's zero point, or for pools nothing.
     */
    int32_t first[2];
    uint8_t *scratch;       /* 16-byte aligned */
    uint32_t scratch_bytes; /* what the pack provides, at least what earshot_kernel_scratch() asks for */
} earshot_work;

typedef void (*earshot_kernel)(const earshot_work *work);

/* The kernel for a layer, or null when this set has none for its operator, flavour and weight layout. */
earshot_kernel earshot_find_kernel(const earshot_pack_layer *layer);

/*
 * Computes work whose output lies where its input does, if the set has a kernel that reads everything before
 * it writes over it. Returns 0 when it has not; nothing is changed then, and the engine has it done column by
 * column (in_place.h).
 */
int earshot_overwrite(const earshot_work *work);

/* 1 when requantisation rounds once, as the pack means it; a set made elsewhere may do otherwise. */
int earshot_kernels_round_once(void);

/* Scratch that the kernel for a layer needs, in bytes. */
uint32_t earshot_kernel_scratch(const earshot_model *model, const earshot_pack_layer *layer);

#endif
