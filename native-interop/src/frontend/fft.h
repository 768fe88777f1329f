/* Power spectrum of a frame of real samples. */
#ifndef EARSHOT_FRONTEND_FFT_H
#define EARSHOT_FRONTEND_FFT_H

#include <stdint.h>

/* Resolution of the cosine table: the largest FFT. */
#define EARSHOT_FFT_MAX 1024u

/* cos(2 pi k / EARSHOT_FFT_MAX) for the first quarter turn, correctly rounded. */
extern const float earshot_cosines[EARSHOT_FFT_MAX / 4 + 1];

/*
 * Multiplies `samples` values by `window`, appends zeros up to `size` (256, 512 or 1024) and leaves the power
 * of bin k, |X[k]|^2, in spectrum[2 * k] for k = 0 .. size / 2. `spectrum` has room for size + 2 floats.
 */
void earshot_power_spectrum(const int16_t *pcm, const float *window, uint32_t samples, uint32_t size,
                            float *spectrum);

/* 1 when this build rounds every product before it adds, as the bits of all builds must. */
int earshot_rounds_products(void);

#endif
