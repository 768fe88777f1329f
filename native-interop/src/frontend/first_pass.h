/* The first pass: windowed samples in digit-reversed order to DFTs of four or eight neighbours. */
#ifndef EARSHOT_FRONTEND_FIRST_PASS_H
#define EARSHOT_FRONTEND_FIRST_PASS_H

#include "butterflies.h"

EARSHOT_INLINE void earshot_first_four(earshot_bin *out, const int16_t *frame, const int32_t *window,
                                       uint32_t quarter)
{
    earshot_butterfly(out, 1, earshot_windowed(frame, window, 0), earshot_windowed(frame, window, quarter),
                      earshot_windowed(frame, window, 2 * quarter),
                      earshot_windowed(frame, window, 3 * quarter));
}

EARSHOT_INLINE void earshot_first_eight(earshot_bin *out, const int16_t *frame, const int32_t *window,
                                        uint32_t eighth)
{
    /* The odd half goes to memory and back: two halves at a time are more than the core has registers for. */
    earshot_first_four(out + 4, frame + 2 * eighth, window + 2 * eighth, 2 * eighth);

    const earshot_complex a = earshot_windowed(frame, window, 0);
    const earshot_complex b = earshot_windowed(frame, window, 2 * eighth);
    const earshot_complex c = earshot_windowed(frame, window, 4 * eighth);
    const earshot_complex d = earshot_windowed(frame, window, 6 * eighth);
    const earshot_complex even_sum = earshot_add(a, c);
    const earshot_complex even_difference = earshot_subtract(a, c);
    const earshot_complex odd_sum = earshot_add(b, d);
    const earshot_complex odd_difference = earshot_subtract(b, d);

    const earshot_complex turned = earshot_load(out + 6);
    earshot_join(out, earshot_add(even_sum, odd_sum), earshot_load(out + 4));
    earshot_join(out + 2, earshot_subtract(even_sum, odd_sum), (earshot_complex){turned.im, -turned.re});
    const earshot_complex last = earshot_rotate_eighth(earshot_load(out + 7));
    earshot_join(out + 1, earshot_subtract_turned(even_difference, odd_difference),
                 earshot_rotate_eighth(earshot_load(out + 5)));
    earshot_join(out + 3, earshot_add_turned(even_difference, odd_difference),
                 (earshot_complex){last.im, -last.re});
}

/* `radix` is 4 or 8; points / radix is 16 or 64. The three loops count the digits of the place in base 4. */
EARSHOT_INLINE void earshot_first_pass(earshot_bin *bins, const int16_t *frame, const int32_t *window,
                                       uint32_t points, uint32_t radix)
{
    const uint32_t groups = points / radix;
    for (uint32_t first = 0; first < 4; ++first) {
        for (uint32_t second = 0; second < 4; ++second) {
            uint32_t at = 2 * (first + 4 * second);
            earshot_bin *out = bins + radix * (groups / 4 * first + groups / 16 * second);
            for (uint32_t third = 0; third < groups / 16; ++third) {
                if (radix == 4)
                    earshot_first_four(out, frame + at, window + at, groups);
                else
                    earshot_first_eight(out, frame + at, window + at, groups);
                at += 2 * 16;
                out += radix;
            }
        }
    }
}

#endif
