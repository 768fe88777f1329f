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

/*
 * Adds `count` values, `channels` bytes apart, to the sums of channels 0 and 2, and of 1 and 3; 256 int8 fit
 * in a half.
 */
void earshot_pool_add(uint32_t *sums, const int8_t *values, uint32_t channels, uint32_t count);

#endif
