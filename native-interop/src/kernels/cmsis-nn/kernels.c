#include "marshal.h"

static void convolution(const earshot_work *work)
{
    if (!earshot_cmsis_nn_convolution(work))
        earshot_reference_convolution(work);
}

static void depthwise(const earshot_work *work)
{
    if (!earshot_cmsis_nn_depthwise(work))
        earshot_reference_depthwise(work);
}

static void dense(const earshot_work *work)
{
    if (!earshot_cmsis_nn_dense(work))
        earshot_reference_convolution(work);
}

static void max_pool(const earshot_work *work)
{
    if (!earshot_cmsis_nn_max_pool(work))
        earshot_reference_max_pool(work);
}

static void average_pool(const earshot_work *work)
{
    if (!earshot_cmsis_nn_average_pool(work))
        earshot_reference_average_pool(work);
}

static void add(const earshot_work *work)
{
    if (!earshot_cmsis_nn_add(work))
        earshot_reference_add(work);
}

static void softmax(const earshot_work *work)
{
    if (!earshot_cmsis_nn_softmax(work))
        earshot_reference_softmax(work);
}

earshot_kernel earshot_find_kernel(const earshot_pack_layer *layer)
{
    earshot_kernel reference = earshot_reference_kernel(layer);
    if (!reference)
        return NULL;
    switch (layer->op) {
    case EARSHOT_CONVOLUTION:
    case EARSHOT_POINTWISE:
        return convolution;
    case EARSHOT_DEPTHWISE:
        return depthwise;
    case EARSHOT_DENSE:
        return dense;
    case EARSHOT_MAX_POOL:
        return max_pool;
    case EARSHOT_AVERAGE_POOL:
        return average_pool;
    case EARSHOT_ADD:
        return add;
    case EARSHOT_SOFTMAX:
        return softmax;
    default:
        return reference;
    }
}

int earshot_overwrite(const earshot_work *work)
{
    (void)work;
    return 0;
}

int earshot_kernels_round_once(void)
{
    return earshot_cmsis_nn_rounds_once();
}

uint32_t earshot_kernel_scratch(const earshot_model *model, const earshot_pack_layer *layer)
{
    (void)model;
    (void)layer;
    return 0; /* less than the library wants is slower, never wrong */
}
