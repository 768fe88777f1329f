#include "spectrum.h"

#include "butterflies.h"
#include "first_pass.h"
#include "rotated_butterfly.h"
#include "twiddles.h"

/*
 * Where code size counts, one general copy of a pass serves all sizes. So it does on a core with few
 * registers, which gains next to nothing from constant strides.
 */
#if defined(EARSHOT_SMALL) || defined(__ARM_ARCH_6M__)
#define PASS EARSHOT_NOT_INLINED
#else
#define PASS EARSHOT_INLINE
#endif

PASS void first_pass(earshot_bin *bins, const int16_t *frame, const int32_t *window, uint32_t points,
                     uint32_t radix)
{
    earshot_first_pass(bins, frame, window, points, radix);
}

/* Where the roots are all 1. Few of the butterflies: one copy does for all passes. */
EARSHOT_NOT_INLINED void plain_butterflies(earshot_bin *bin, const earshot_bin *end, uint32_t quarter)
{
    for (; bin < end; bin += 4 * quarter)
        earshot_butterfly(
            bin, quarter, earshot_half(earshot_load(bin)), earshot_half(earshot_load(bin + quarter)),
            earshot_half(earshot_load(bin + 2 * quarter)), earshot_half(earshot_load(bin + 3 * quarter)));
}

/* Joins every four DFTs of `quarter` points. The same roots serve all groups: they stay in registers. */
PASS void radix_4_pass(earshot_bin *bins, uint32_t points, uint32_t quarter)
{
    const earshot_bin *end = bins + points;
    plain_butterflies(bins, end, quarter);
    const uint32_t step = 512 / (4 * quarter);
    uint32_t root = 0;
    uint32_t square = 0;
    uint32_t cube = 0;
    for (uint32_t i = 1; i < quarter; ++i) {
        const uint32_t w1 = earshot_root_of_512(root += step), w2 = earshot_root_of_512(square += 2 * step),
                       w3 = earshot_root_of_512(cube += 3 * step);
        earshot_bin *bin = bins + i;
        if (4 * quarter == points) {
            earshot_rotated_butterfly(bin, quarter, w1, w2, w3);
            continue;
        }
        do {
            earshot_rotated_butterfly(bin, quarter, w1, w2, w3);
            bin += 4 * quarter;
        } while (bin < end);
    }
}

EARSHOT_INLINE uint64_t power(int32_t re, int32_t im)
{
    return (uint64_t)((int64_t)re * re + (int64_t)im * im);
}

/*
 * With E and O the spectra of the even and the odd samples, Z[k] = E[k] + i O[k] and w the root,
 * X[k] = E[k] + w^k O[k] and X[points - k] = conj(E[k] - w^k O[k]).
 */
PASS void separate(earshot_bin *bins, uint32_t points)
{
    const uint32_t step = 512 / points;
    uint32_t root = 0;
    earshot_bin *low = bins;
    earshot_bin *high = bins + points;
    while (++low < --high) {
        const earshot_complex a = earshot_load(low);
        const earshot_complex b = earshot_load(high);
        const earshot_complex even = {a.re + b.re, a.im - b.im};
        const earshot_complex odd = earshot_rotate_half((earshot_complex){a.im + b.im, b.re - a.re},
                                                        earshot_root_of_1024(root += step));
        low->power = power(even.re + odd.re * 2, even.im + odd.im * 2);
        high->power = power(even.re - odd.re * 2, even.im - odd.im * 2);
    }
    low->power = power(low->value.re * 2, low->value.im * 2);
}

/* Two sizes share these. */
EARSHOT_NOT_INLINED void pass_of_8(earshot_bin *bins, uint32_t points)
{
    radix_4_pass(bins, points, 8);
}

EARSHOT_NOT_INLINED void pass_of_32(earshot_bin *bins, uint32_t points)
{
    radix_4_pass(bins, points, 32);
}

/* The sizes are apart from each other so that the compiler does not mix their registers. */
EARSHOT_NOT_INLINED void transform_128(earshot_bin *bins, const int16_t *frame, const int32_t *window)
{
    first_pass(bins, frame, window, 128, 8);
    pass_of_8(bins, 128);
    pass_of_32(bins, 128);
}

EARSHOT_NOT_INLINED void transform_256(earshot_bin *bins, const int16_t *frame, const int32_t *window)
{
    first_pass(bins, frame, window, 256, 4);
    radix_4_pass(bins, 256, 4);
    radix_4_pass(bins, 256, 16);
    radix_4_pass(bins, 256, 64);
}

EARSHOT_NOT_INLINED void transform_512(earshot_bin *bins, const int16_t *frame, const int32_t *window)
{
    first_pass(bins, frame, window, 512, 8);
    pass_of_8(bins, 512);
    pass_of_32(bins, 512);
    radix_4_pass(bins, 512, 128);
}

void earshot_power_spectrum(earshot_bin *bins, const int16_t *frame, const int32_t *window, uint32_t fft_size)
{
    if (fft_size == 256)
        transform_128(bins, frame, window);
    else if (fft_size == 512)
        transform_256(bins, frame, window);
    else
        transform_512(bins, frame, window);
    separate(bins, fft_size / 2);
}
