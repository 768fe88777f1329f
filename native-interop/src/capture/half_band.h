/* Halves the sample rate. */
#ifndef EARSHOT_CAPTURE_HALF_BAND_H
#define EARSHOT_CAPTURE_HALF_BAND_H

#include "earshot/capture.h"

/* Takes one value within +-2^20; returns 1 and sets *out after every second one. */
int earshot_half_band_push(earshot_half_band *filter, int32_t in, int32_t *out);

#endif
