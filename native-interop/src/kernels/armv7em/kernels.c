#include "../reference/reference.h"
#include "convolution.h"
#include "depthwise.h"
#include "dense.h"
#include "pool.h"

/* The tile and the walks saturate to int8; a narrower clamp goes over the output once more. */
static void clamp_output(const earshot_work *work)
{
    const int32_t least = work->layer->clamp_min, most = work->layer->clamp_max;
    if (least == INT8_MIN && most == INT8_MAX)
        return;
    for (int32_t column = 0; column < work->output.count; column++) {
        int8_t *values = earshot_column(&work->output, column);
        for (uint32_t i = 0; i < work->output.column_bytes; i++)
            values[i] = (int8_t)earshot_clamp(values[i], least, most);
    }
}

/* Every layer that these have no kernel for, or too little scratch, is the reference's. */
static void convolution(const earshot_work *work)
{
    if (earshot_convolve_once(work) || earshot_convolve_single(work) || earshot_convolve_channels(work))
        clamp_output(work);
    else
        earshot_reference_convolution(work);
}

static void depthwise(const earshot_work *work)
{
    if (earshot_convolve_depthwise(work))
        clamp_output(work);
    else
        earshot_reference_depthwise(work);
}

static void max_pool(const earshot_work *work)
{
    if (earshot_pool_maximum(work))
        clamp_output(work);
    else
        earshot_reference_max_pool(work);
}

static void average_pool(const earshot_work *work)
{
    if (!earshot_pool_average(work))
        earshot_reference_average_pool(work);
}

earshot_kernel earshot_find_kernel(const earshot_pack_layer *layer)
{
    earshot_kernel reference = earshot_reference_kernel(layer);
    if (!reference)
        return NULL;
    switch (layer->op) {
    case EARSHOT_CONVOLUTION:
    case EARSHOT_POINTWISE:
    case EARSHOT_DENSE:
        return convolution;
    case EARSHOT_DEPTHWISE:
        return depthwise;
    case EARSHOT_MAX_POOL:
        return max_pool;
    case EARSHOT_AVERAGE_POOL:
        return average_pool;
    default:
        return reference;
    }
}

int earshot_overwrite(const earshot_work *work)
{
    const uint8_t op = work->layer->op;
    if (!(op == EARSHOT_DEPTHWISE && earshot_convolve_depthwise(work)) &&
        !(op == EARSHOT_POINTWISE && earshot_convolve_channels(work)))
        return 0;
    clamp_output(work);
    return 1;
}

int earshot_kernels_round_once(void)
{
    return 1;
}

uint32_t earshot_kernel_scratch(const earshot_model *model, const earshot_pack_layer *layer)
{
    (void)model;
    (void)layer;
    return 0; /* less than a kernel wants is slower, never wrong */
}
