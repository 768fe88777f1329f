#include "logarithm.h"

#include "../compiler.h"

/*
 * round(65536 * log2(1 + i / 32) + 6). A chord of the curve lies up to 11.6 steps under it, where the curve
 * is steepest; the 6 halve that.
 */
static const int32_t octave[33] = {
    6,     2915,  5738,  8479,  11142, 13733, 16254, 18710, 21104, 23439, 25717,
    27942, 30115, 32240, 34318, 36352, 38342, 40292, 42202, 44074, 45910, 47711,
    49478, 51213, 52917, 54590, 56235, 57851, 59440, 61003, 62540, 64053, 65542,
};

int32_t earshot_log2(uint64_t value)
{
    uint32_t upper = (uint32_t)(value >> 32);
    uint32_t lower = (uint32_t)value;
    int32_t exponent = 63;
    if (upper == 0) {
        upper = lower;
        lower = 0;
        exponent = 31;
    }
    const int32_t zeros = earshot_leading_zeros(upper);
    /* In two steps: with no zeros, a shift by 32 would be undefined. */
    const uint32_t mantissa = (upper << zeros) | (lower >> 1 >> (31 - zeros));
    const uint32_t index = mantissa >> 26 & 31u;
    const int32_t rest = (int32_t)(mantissa >> 10 & 0xffffu);
    const int32_t low = octave[index];
    return (exponent - zeros) * 65536 + low + (((octave[index + 1] - low) * rest) >> 16);
}
