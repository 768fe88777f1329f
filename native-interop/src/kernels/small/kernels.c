/* The set for which code size counts: one loop for all convolutions, one for depthwise, the reference for the
 * rest. */
#include "taps.h"

static void convolution(const earshot_work *work)
{
    if (!earshot_small_convolution(work))
        earshot_reference_convolution(work);
}

static void depthwise(const earshot_work *work)
{
    if (!earshot_small_depthwise(work))
        earshot_reference_depthwise(work);
}

earshot_kernel earshot_find_kernel(const earshot_pack_layer *layer)
{
    earshot_kernel reference = earshot_reference_kernel(layer);
    if (reference == earshot_reference_convolution)
        return convolution;
    return reference == earshot_reference_depthwise ? depthwise : reference;
}

int earshot_overwrite(const earshot_work *work)
{
    /* Both positions of a pair are gathered before their outputs, which are no longer than they, are written.
     */
    return work->layer->op == EARSHOT_POINTWISE &&
           work->layer->stride_time * work->layer->stride_frequency == 1 && earshot_small_convolution(work);
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
