#include "logarithm.h"

#include <string.h>

#include "../platform.h"

int32_t earshot_log2(float value)
{
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    /* Take the mantissa from [sqrt(1/2), sqrt(2)), around 1, where the series converges fastest. */
    const uint32_t root_half = 0x3F3504F3u;
    const int32_t exponent = (int32_t)(bits - root_half) >> 23;
    bits -= (uint32_t)exponent << 23;
    float mantissa;
    memcpy(&mantissa, &bits, sizeof mantissa);

    /* log2(m) = 2 / ln 2 * artanh(t) with t = (m - 1) / (m + 1); |t| < 0.1716, so four terms leave 4e-8 of
     * log2. */
    const float t = (mantissa - 1.0f) / (mantissa + 1.0f);
    const float square = t * t;
    float series = 1.0f / 7.0f;
    series = series * square + 1.0f / 5.0f;
    series = series * square + 1.0f / 3.0f;
    series = series * square + 1.0f;
    const float fraction = (series * t) * 189096.921875f; /* 65536 * 2 / ln 2 */

    /* Rounding by truncation needs a positive number. */
    return exponent * 65536 + ((int32_t)(fraction + 65536.5f) - 65536);
}
