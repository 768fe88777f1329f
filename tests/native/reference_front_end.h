#ifndef REFERENCE_FRONT_END_H
#define REFERENCE_FRONT_END_H

#include "settings.h"

/*
 * One frame in double precision by the definition of the DFT, with the exact window, triangles and A-curve:
 * band powers in dB (10 log10 of (int16 step)^2, at least the floor) into bands[settings->bands]; returns the
 * A-weighted level in dB.
 */
double reference_front_end(const test_settings *own, const int16_t *pcm, double *bands);

#endif
