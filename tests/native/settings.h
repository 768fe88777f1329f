/* Front-end settings for the tests, computed from the formulas of docs/model-pack.md with the C library. */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "earshot/front_end.h"

typedef struct test_settings {
    earshot_front_end_settings settings;
    int32_t window[1024];
    earshot_triangle triangles[512];
    int32_t means[256];
    int32_t multipliers[256];
    double exact_window[1024];
    double peaks[512]; /* of the triangles, in bins */
} test_settings;

/* Hann window, triangular HTK mel bands from 50 Hz to 95 % of the Nyquist frequency, fixed normalisation. */
void test_settings_make(test_settings *own, int rate, int frame, int hop, int fft, int bands);

/* A(f)^2 of IEC 61672-1, 1 at 1 kHz. */
double test_a_weighting(double hertz);

#endif
