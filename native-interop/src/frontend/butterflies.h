/* The building blocks of the passes. They are inlined, so that strides become constant offsets of loads and
 * stores. */
#ifndef EARSHOT_FRONTEND_BUTTERFLIES_H
#define EARSHOT_FRONTEND_BUTTERFLIES_H

#include <string.h>

#include "../compiler.h"
#include "fixed_point.h"
#include "spectrum.h"

typedef struct earshot_complex {
    int32_t re;
    int32_t im;
} earshot_complex;

EARSHOT_INLINE earshot_complex earshot_load(const earshot_bin *bin)
{
    return (earshot_complex){bin->value.re, bin->value.im};
}

EARSHOT_INLINE void earshot_store(earshot_bin *bin, int32_t re, int32_t im)
{
    bin->value.re = re;
    bin->value.im = im;
}

EARSHOT_INLINE earshot_complex earshot_add(earshot_complex a, earshot_complex b)
{
    return (earshot_complex){a.re + b.re, a.im + b.im};
}

EARSHOT_INLINE earshot_complex earshot_subtract(earshot_complex a, earshot_complex b)
{
    return (earshot_complex){a.re - b.re, a.im - b.im};
}

/* a - i b */
EARSHOT_INLINE earshot_complex earshot_subtract_turned(earshot_complex a, earshot_complex b)
{
    return (earshot_complex){a.re + b.im, a.im - b.re};
}

/* a + i b */
EARSHOT_INLINE earshot_complex earshot_add_turned(earshot_complex a, earshot_complex b)
{
    return (earshot_complex){a.re - b.im, a.im + b.re};
}

EARSHOT_INLINE earshot_complex earshot_half(earshot_complex a)
{
    return (earshot_complex){a.re >> 1, a.im >> 1};
}

/*
 * a * (cos - i sin) / 2. Each product is cut off, half a step on average. In the imaginary part the two
 * cancel; the 1 makes up for those in the real part, which would else add up in the low bins.
 */
EARSHOT_INLINE earshot_complex earshot_rotate_half(earshot_complex a, uint32_t root)
{
    const int32_t re = earshot_multiply_low_add(1, a.re, root);
    const int32_t im = earshot_multiply_low(a.im, root);
    return (earshot_complex){earshot_multiply_high_add(re, a.im, root),
                             im - earshot_multiply_high(a.re, root)};
}

/* a * (1 - i) / sqrt(2) */
EARSHOT_INLINE earshot_complex earshot_rotate_eighth(earshot_complex a)
{
    const uint32_t root_half = 23170; /* 32768 / sqrt(2) */
    return (earshot_complex){earshot_multiply_low(a.re + a.im, root_half) * 2,
                             earshot_multiply_low(a.im - a.re, root_half) * 2};
}

/* Samples 2 at and 2 at + 1 as one complex number, windowed. */
EARSHOT_INLINE earshot_complex earshot_windowed(const int16_t *frame, const int32_t *window, uint32_t at)
{
    uint32_t pair;
    memcpy(&pair, EARSHOT_ALIGNED(frame + 2 * at, 4), sizeof pair);
    return (earshot_complex){earshot_multiply_low(window[2 * at], pair),
                             earshot_multiply_high(window[2 * at + 1], pair)};
}

/* The DFT of a, b, c, d, stored `stride` apart. */
EARSHOT_INLINE void earshot_butterfly(earshot_bin *out, uint32_t stride, earshot_complex a, earshot_complex b,
                                      earshot_complex c, earshot_complex d)
{
    const earshot_complex even_sum = earshot_add(a, c);
    const earshot_complex even_difference = earshot_subtract(a, c);
    const earshot_complex odd_sum = earshot_add(b, d);
    const earshot_complex odd_difference = earshot_subtract(b, d);
    earshot_store(out, even_sum.re + odd_sum.re, even_sum.im + odd_sum.im);
    earshot_store(out + stride, even_difference.re + odd_difference.im,
                  even_difference.im - odd_difference.re);
    earshot_store(out + 2 * stride, even_sum.re - odd_sum.re, even_sum.im - odd_sum.im);
    earshot_store(out + 3 * stride, even_difference.re - odd_difference.im,
                  even_difference.im + odd_difference.re);
}

/* Stores even + odd and, four places on, even - odd: one step from two DFTs of four to one of eight. */
EARSHOT_INLINE void earshot_join(earshot_bin *out, earshot_complex even, earshot_complex odd)
{
    earshot_store(out, even.re + odd.re, even.im + odd.im);
    earshot_store(out + 4, even.re - odd.re, even.im - odd.im);
}

#endif
