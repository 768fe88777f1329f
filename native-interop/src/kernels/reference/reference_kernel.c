#include "reference.h"

earshot_kernel earshot_reference_kernel(const earshot_pack_layer *layer)
{
    if (layer->kernel != 0 || layer->weight_layout != 0)
        return NULL;
    switch (layer->op) {
    case EARSHOT_CONVOLUTION:
    case EARSHOT_POINTWISE:
    case EARSHOT_DENSE:
        return earshot_reference_convolution;
    case EARSHOT_DEPTHWISE:
        return earshot_reference_depthwise;
    case EARSHOT_MAX_POOL:
        return earshot_reference_max_pool;
    case EARSHOT_AVERAGE_POOL:
        return earshot_reference_average_pool;
    case EARSHOT_ADD:
        return earshot_reference_add;
    case EARSHOT_CONCATENATE:
        return earshot_reference_concatenate;
    case EARSHOT_SOFTMAX:
        return earshot_reference_softmax;
    case EARSHOT_LOOKUP:
        return earshot_reference_lookup;
    default:
        return NULL;
    }
}
