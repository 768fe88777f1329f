/*
 * Real FFT by a complex one of half the size: even samples as real parts, odd ones as imaginary parts. The
 * complex transform decimates in time with radix-4 butterflies, after one radix-2 pass where the size is not
 * a power of four (Brigham, The Fast Fourier Transform, 1974). The order of the operations is part of the
 * result: another order rounds differently.
 */
#include "fft.h"

#include "../platform.h"

/* Bit-reversed counting: what adding 1 is to an ordinary counter. */
static uint32_t next_reversed(uint32_t index, uint32_t points)
{
    uint32_t bit = points >> 1;
    while (index & bit) {
        index ^= bit;
        bit >>= 1;
    }
    return index | bit;
}

static void load(const int16_t *pcm, const float *window, uint32_t samples, uint32_t points, float *z)
{
    uint32_t target = 0;
    for (uint32_t i = 0; i < points; ++i) {
        const uint32_t even = 2 * i;
        const uint32_t odd = even + 1;
        z[2 * target] = even < samples ? (float)pcm[even] * window[even] : 0.0f;
        z[2 * target + 1] = odd < samples ? (float)pcm[odd] * window[odd] : 0.0f;
        target = next_reversed(target, points);
    }
}

static void radix2_pass(float *z, uint32_t points)
{
    for (uint32_t i = 0; i < 2 * points; i += 4) {
        const float re = z[i + 2];
        const float im = z[i + 3];
        z[i + 2] = z[i] - re;
        z[i + 3] = z[i + 1] - im;
        z[i] += re;
        z[i + 1] += im;
    }
}

/* exp(-2 pi i turn / EARSHOT_FFT_MAX) for up to three quarters of a turn. */
static void twiddle(uint32_t turn, float *re, float *im)
{
    const uint32_t quarter = EARSHOT_FFT_MAX / 4;
    if (turn <= quarter) {
        *re = earshot_cosines[turn];
        *im = -earshot_cosines[quarter - turn];
    } else if (turn <= 2 * quarter) {
        *re = -earshot_cosines[2 * quarter - turn];
        *im = -earshot_cosines[turn - quarter];
    } else {
        *re = -earshot_cosines[turn - 2 * quarter];
        *im = earshot_cosines[3 * quarter - turn];
    }
}

/*
 * Combines the four transforms of `length` points that follow each other at z into one of 4 * length, at
 * frequency offset 0 of it. Bit-reversed order puts the transform of samples 4n + 2 second and that of 4n + 1
 * third.
 */
static void butterfly(float *z, uint32_t length, const float *even, const float *odd, const float *third)
{
    float *z1 = z + 2 * length;
    float *z2 = z + 4 * length;
    float *z3 = z + 6 * length;
    const float sum02_re = z[0] + even[0];
    const float sum02_im = z[1] + even[1];
    const float difference02_re = z[0] - even[0];
    const float difference02_im = z[1] - even[1];
    const float sum13_re = odd[0] + third[0];
    const float sum13_im = odd[1] + third[1];
    const float difference13_re = odd[0] - third[0];
    const float difference13_im = odd[1] - third[1];
    z[0] = sum02_re + sum13_re;
    z[1] = sum02_im + sum13_im;
    z1[0] = difference02_re + difference13_im;
    z1[1] = difference02_im - difference13_re;
    z2[0] = sum02_re - sum13_re;
    z2[1] = sum02_im - sum13_im;
    z3[0] = difference02_re - difference13_im;
    z3[1] = difference02_im + difference13_re;
}

static void rotate(float *rotated, const float *value, float re, float im)
{
    rotated[0] = value[0] * re - value[1] * im;
    rotated[1] = value[0] * im + value[1] * re;
}

static void radix4_pass(float *z, uint32_t points, uint32_t length)
{
    for (uint32_t i = 0; i < points; i += 4 * length) {
        float *block = z + 2 * i;
        const float even[2] = {block[2 * length], block[2 * length + 1]};
        const float odd[2] = {block[4 * length], block[4 * length + 1]};
        const float third[2] = {block[6 * length], block[6 * length + 1]};
        butterfly(block, length, even, odd, third);
    }
    const uint32_t step = EARSHOT_FFT_MAX / (4 * length);
    for (uint32_t k = 1; k < length; ++k) {
        float re1, im1, re2, im2, re3, im3;
        twiddle(k * step, &re1, &im1);
        twiddle(2 * k * step, &re2, &im2);
        twiddle(3 * k * step, &re3, &im3);
        for (uint32_t i = k; i < points; i += 4 * length) {
            float *block = z + 2 * i;
            float even[2], odd[2], third[2];
            rotate(even, block + 2 * length, re2, im2);
            rotate(odd, block + 4 * length, re1, im1);
            rotate(third, block + 6 * length, re3, im3);
            butterfly(block, length, even, odd, third);
        }
    }
}

/* From the half-size complex transform to the power of the real one, in place: bins k and points - k at a
 * time. */
static void split(float *z, uint32_t points)
{
    const uint32_t step = EARSHOT_FFT_MAX / (2 * points);
    const float sum = z[0] + z[1];
    const float difference = z[0] - z[1];
    z[0] = sum * sum;
    z[2 * points] = difference * difference;
    for (uint32_t k = 1; k <= points / 2; ++k) {
        float *low = z + 2 * k;
        float *high = z + 2 * (points - k);
        const float even_re = low[0] + high[0];
        const float even_im = low[1] - high[1];
        const float odd_re = low[1] + high[1];
        const float odd_im = high[0] - low[0];
        float re, im;
        twiddle(k * step, &re, &im);
        const float turned_re = odd_re * re - odd_im * im;
        const float turned_im = odd_re * im + odd_im * re;
        const float low_re = even_re + turned_re;
        const float low_im = even_im + turned_im;
        const float high_re = even_re - turned_re;
        const float high_im = even_im - turned_im;
        /* `even` and `odd` are twice what the formula says; a quarter takes that out without rounding. */
        low[0] = 0.25f * (low_re * low_re + low_im * low_im);
        high[0] = 0.25f * (high_re * high_re + high_im * high_im);
    }
}

void earshot_power_spectrum(const int16_t *pcm, const float *window, uint32_t samples, uint32_t size,
                            float *spectrum)
{
    const uint32_t points = size / 2;
    uint32_t length = 1;
    load(pcm, window, samples, points, spectrum);
    if (points == 128 || points == 512) {
        radix2_pass(spectrum, points);
        length = 2;
    }
    for (; length < points; length *= 4)
        radix4_pass(spectrum, points, length);
    split(spectrum, points);
}

int earshot_rounds_products(void)
{
    /* The square is 1 + 2^-11 + 2^-24, whose last term a rounded product loses and a fused one keeps. */
    const volatile float factor = 1.0f + 0x1p-12f;
    const volatile float negative = -(1.0f + 0x1p-11f);
    return factor * factor + negative == 0.0f;
}
