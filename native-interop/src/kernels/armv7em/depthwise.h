/*
 * Depthwise convolution with kernels 3 and 5 wide and strides 1 and 2 along frequency, any along time.
 * Returns false as the convolutions do. The output may be the input's memory.
 */
#ifndef EARSHOT_KERNELS_ARMV7EM_DEPTHWISE_H
#define EARSHOT_KERNELS_ARMV7EM_DEPTHWISE_H

#include <stdbool.h>

#include "work.h"

bool earshot_convolve_depthwise(const earshot_work *work);

#endif
