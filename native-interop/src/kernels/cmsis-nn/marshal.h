/*
 * From layers on rings to CMSIS-NN's arguments: height is time, width is frequency, one batch.
 *
 * Every function returns 1 when CMSIS-NN has computed the layer, and 0 when it cannot: an argument that it
 * does not have, or too little scratch. The caller then takes the reference kernel, which computes everything
 * anew.
 */
#ifndef EARSHOT_KERNELS_CMSIS_NN_MARSHAL_H
#define EARSHOT_KERNELS_CMSIS_NN_MARSHAL_H

#include "arm_nnfunctions.h"

#include "../reference/reference.h"

#if !defined(CMSIS_NN_USE_SINGLE_ROUNDING)
#error                                                                                                       \
    "Compile CMSIS-NN and this with CMSIS_NN_USE_SINGLE_ROUNDING: the pack's multipliers are meant for one rounding."
#endif

int earshot_cmsis_nn_convolution(const earshot_work *work);
int earshot_cmsis_nn_depthwise(const earshot_work *work);
int earshot_cmsis_nn_dense(const earshot_work *work);
int earshot_cmsis_nn_max_pool(const earshot_work *work);
int earshot_cmsis_nn_average_pool(const earshot_work *work);
int earshot_cmsis_nn_add(const earshot_work *work);
int earshot_cmsis_nn_softmax(const earshot_work *work);

/* 1 when the library rounds once, as its header claims. */
int earshot_cmsis_nn_rounds_once(void);

/* Parts of the layer scratch, 16-byte aligned. */
typedef struct earshot_room {
    uint8_t *next;
    uint32_t left;
} earshot_room;

static inline earshot_room earshot_all_room(const earshot_work *work)
{
    return (earshot_room){work->scratch, work->scratch_bytes};
}

/* Null when there is not enough left. */
static inline void *earshot_take(earshot_room *room, uint32_t bytes)
{
    const uint32_t padded = (bytes + 15u) & ~15u;
    if (padded < bytes || padded > room->left)
        return NULL;
    uint8_t *part = room->next;
    room->next += padded;
    room->left -= padded;
    return part;
}

/* A buffer for the library; *fits is cleared when there is no room. */
static inline cmsis_nn_context earshot_context(earshot_room *room, int32_t bytes, int *fits)
{
    cmsis_nn_context context = {NULL, bytes};
    if (bytes > 0 && (context.buf = earshot_take(room, (uint32_t)bytes)) == NULL)
        *fits = 0;
    return context;
}

/* A stretch of output columns that does not wrap in its ring, and the input that it reads, in one piece. */
typedef struct earshot_stretch {
    const int8_t *input;
    int32_t input_columns;
    int32_t padding; /* columns of padding before the input */
    int8_t *output;
    int32_t output_columns;
    int is_padded; /* some output reads padding, in time or in frequency */
} earshot_stretch;

/*
 * The stretch that begins at output column `begin`. Takes a copy of input columns that wrap from `room`. 0
 * when there is no room, or no input column at all.
 */
int earshot_next_stretch(const earshot_work *work, int32_t begin, earshot_room *room,
                         earshot_stretch *stretch);

/* Computes all output columns, stretch by stretch, each with all room. 0 as soon as `compute` or a stretch
 * fails. */
int earshot_each_stretch(const earshot_work *work,
                         int (*compute)(const earshot_work *, const earshot_stretch *, earshot_room));

static inline cmsis_nn_dims earshot_input_dims(const earshot_work *work, const earshot_stretch *stretch)
{
    return (cmsis_nn_dims){1, stretch->input_columns, work->in[0]->frequency, work->in[0]->channels};
}

static inline cmsis_nn_dims earshot_output_dims(const earshot_work *work, const earshot_stretch *stretch)
{
    return (cmsis_nn_dims){1, stretch->output_columns, work->out->frequency, work->out->channels};
}

static inline cmsis_nn_activation earshot_activation(const earshot_work *work)
{
    return (cmsis_nn_activation){work->layer->clamp_min, work->layer->clamp_max};
}

#endif
