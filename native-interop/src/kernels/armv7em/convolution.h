/*
 * Convolutions on the tile. Each returns false when it does not do this layer or the scratch is too small for
 * a single position; the caller then takes the reference.
 */
#ifndef EARSHOT_KERNELS_ARMV7EM_CONVOLUTION_H
#define EARSHOT_KERNELS_ARMV7EM_CONVOLUTION_H

#include <stdbool.h>

#include "work.h"

/* Input channels a multiple of 4. The output of a pointwise layer may be its input's memory. */
bool earshot_convolve_channels(const earshot_work *work);

/* One input channel: the first layer. */
bool earshot_convolve_single(const earshot_work *work);

#endif
