/* Where the kernel of a layer meets its input. */
#ifndef EARSHOT_KERNELS_SMALL_TAPS_H
#define EARSHOT_KERNELS_SMALL_TAPS_H

#include "../reference/reference.h"
#include "sums.h"

/* What the taps of a layer take of the scratch, in its order. */
typedef struct earshot_taps {
    uint32_t count;       /* of the kernel along time and frequency */
    const int8_t **input; /* [count]: the input's channels under each tap, or `padding` */
    int8_t *padding;      /* [input channels], the zero point; rounded up to a multiple of 4 */
    uint8_t *rest;        /* scratch behind them, 4-byte aligned */
    uint32_t rest_bytes;
} earshot_taps;

/* Lays the lists into the scratch and fills in the padding; 0 when the scratch is too small. */
int earshot_taps_begin(earshot_taps *taps, const earshot_work *work);

/* Fills in taps->input for one output position. */
void earshot_taps_find(const earshot_taps *taps, const earshot_work *work, int32_t column, int32_t frequency);

/* The sums of a layer from its first channel on, less input, output and count. */
earshot_sums earshot_sums_of(const earshot_work *work);

/* Each returns 0 when it does not do this layer or the scratch is too small; the caller then takes the
 * reference. */
int earshot_small_convolution(const earshot_work *work);
int earshot_small_depthwise(const earshot_work *work);

#endif
