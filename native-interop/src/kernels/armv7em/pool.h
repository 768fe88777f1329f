/*
 * Pooling of 4 channels at a time. Returns false when it does not do this layer; the caller then takes the
 * reference.
 */
#ifndef EARSHOT_KERNELS_ARMV7EM_POOL_H
#define EARSHOT_KERNELS_ARMV7EM_POOL_H

#include <stdbool.h>

#include "work.h"

/* Channels a multiple of 4, no dilation. Does not clamp. */
bool earshot_pool_maximum(const earshot_work *work);

/* Channels a multiple of 4, no dilation, no padding, at most 256 values a window. */
bool earshot_pool_average(const earshot_work *work);

#endif
