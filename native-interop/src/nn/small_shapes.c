#include "small_shapes.h"

uint32_t earshot_small_bytes(const earshot_model *model, const earshot_pack_layer *layer)
{
    const earshot_pack_tensor *in = &model->tensors[layer->input[0]];
    const earshot_pack_tensor *out = &model->tensors[layer->output];
    if (layer->op == EARSHOT_DEPTHWISE)
        return in->channels == out->channels && in->channels % 4 == 0 ? earshot_tap_bytes(layer, in, 4) : 0;
    if (layer->op < EARSHOT_CONVOLUTION || layer->op > EARSHOT_DENSE || out->channels < 2)
        return 0;
    return earshot_tap_bytes(layer, in, 4) + earshot_patch_bytes(layer, in);
}
