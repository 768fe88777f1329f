/*
 * A convolution with one output position, as in a dense layer: each weight is used once, so weights are
 * widened on the way. Returns false as the convolutions do.
 */
#ifndef EARSHOT_KERNELS_ARMV7EM_DENSE_H
#define EARSHOT_KERNELS_ARMV7EM_DENSE_H

#include <stdbool.h>

#include "work.h"

bool earshot_convolve_once(const earshot_work *work);

#endif
