/*
 * Sizes of what the kernels of EARSHOT_SMALL (src/kernels/small) keep in the scratch. Apart from them because
 * the host plans the scratch, and its pointers are longer.
 */
#ifndef EARSHOT_NN_SMALL_SHAPES_H
#define EARSHOT_NN_SMALL_SHAPES_H

#include "earshot/model.h"
#include "../model/pack.h"

/* The taps of the kernel on a 32-bit core: a pointer to each, and the channels of one that is padding. */
static inline uint32_t earshot_tap_bytes(const earshot_pack_layer *layer, const earshot_pack_tensor *in,
                                         uint32_t pointer_bytes)
{
    return (uint32_t)layer->kernel_time * layer->kernel_frequency * pointer_bytes +
           ((in->channels + 3u) & ~3u);
}

/* Convolutions: groups of four weights of a channel, the last filled up. */
static inline uint32_t earshot_patch_words(const earshot_pack_layer *layer, const earshot_pack_tensor *in)
{
    return ((uint32_t)layer->kernel_time * layer->kernel_frequency * in->channels + 3u) / 4u;
}

/* And what lies under the kernel at two positions as int16; and once as int8 where taps are no whole groups.
 */
static inline uint32_t earshot_patch_bytes(const earshot_pack_layer *layer, const earshot_pack_tensor *in)
{
    return earshot_patch_words(layer, in) * (in->channels % 4 == 0 ? 16u : 20u);
}

/* Scratch with which the small kernels compute a layer; 0 when it needs none or the reference does it. */
uint32_t earshot_small_bytes(const earshot_model *model, const earshot_pack_layer *layer);

#endif
