/*
 * The power spectrum of a windowed frame in 32-bit fixed point.
 *
 * The samples are taken in pairs as complex numbers, transformed in place by decimation in time (Cooley and
 * Tukey 1965, radix 4 with a first pass of radix 8 where the size asks for it) and separated into the
 * spectrum of the real signal. The first pass reads the samples in digit-reversed order and windows them; the
 * last step squares what it separates. So the frame is read once and the spectrum itself is never stored.
 *
 * Every pass after the first halves. As values grow fourfold in a pass, the early ones, which are small, keep
 * more fractional bits, and the last ones use the word's width. No block exponent is needed: 16-bit samples
 * and 10 bits of growth fit into a word, and earshot_front_end_check() sees to it that the window leaves that
 * room.
 */
#ifndef EARSHOT_FRONTEND_SPECTRUM_H
#define EARSHOT_FRONTEND_SPECTRUM_H

#include <stdint.h>

/* One place of the work buffer: a complex number on the way, the power of a bin at the end. */
typedef union earshot_bin {
    struct {
        int32_t re;
        int32_t im;
    } value;
    uint64_t power;
} earshot_bin;

/* Passes that halve. */
static inline uint32_t earshot_halvings(uint32_t fft_size)
{
    return fft_size == 256 ? 2 : 3;
}

/*
 * With Y[k] = 2 * DFT(frame * window)[k] / 2^(16 + halvings), leaves |Y[k]|^2 in bins[k] for 1 <= k <
 * fft_size / 2. What bins[0] holds means nothing; there is no bin for half the sample rate.
 *
 *   bins    [fft_size / 2]
 *   frame   [fft_size], 4-byte aligned
 *   window  [fft_size]
 */
void earshot_power_spectrum(earshot_bin *bins, const int16_t *frame, const int32_t *window,
                            uint32_t fft_size);

#endif
