/* The portable kernels: plain C, one function for each operator, the oracle for every other set. */
#ifndef EARSHOT_KERNELS_REFERENCE_H
#define EARSHOT_KERNELS_REFERENCE_H

#include "../../nn/arithmetic.h"
#include "../../nn/kernels.h"

/* The kernel for a layer's operator, or null: what a set falls back to for layers that it has nothing better
 * for. */
earshot_kernel earshot_reference_kernel(const earshot_pack_layer *layer);

/* Convolution, pointwise and dense: the latter two are convolutions of a special shape. */
void earshot_reference_convolution(const earshot_work *work);
void earshot_reference_depthwise(const earshot_work *work);
void earshot_reference_max_pool(const earshot_work *work);
void earshot_reference_average_pool(const earshot_work *work);
void earshot_reference_add(const earshot_work *work);
void earshot_reference_concatenate(const earshot_work *work);
void earshot_reference_softmax(const earshot_work *work);
void earshot_reference_lookup(const earshot_work *work);

static inline const int32_t *earshot_table(const earshot_work *work, uint32_t offset)
{
    return (const int32_t *)(const void *)(work->pack + offset);
}

static inline const int8_t *earshot_weights(const earshot_work *work)
{
    return (const int8_t *)(work->pack + work->layer->weights_offset);
}

/* Adds the zero point and clamps. */
static inline int8_t earshot_finish(const earshot_work *work, int32_t value)
{
    return (int8_t)earshot_clamp(value + work->out->zero_point, work->layer->clamp_min,
                                 work->layer->clamp_max);
}

/* Input column that output column `column` sees at tap `tap`, or null for padding. */
static inline const int8_t *earshot_tap(const earshot_work *work, int32_t column, int32_t tap)
{
    return earshot_column(&work->input[0], work->first[0] + column * work->layer->stride_time +
                                               tap * work->layer->dilation_time);
}

#endif
