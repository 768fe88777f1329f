#include "companding.h"

/* What mu-law adds so that the segments double in width; the codes of the first one begin at it. */
#define BIAS 33u
#define LARGEST 8191u

static int8_t compand(int32_t sample)
{
    const uint32_t biased = ((uint32_t)(sample < 0 ? -sample : sample) >> 2) + BIAS;
    const uint32_t magnitude = biased < LARGEST ? biased : LARGEST;
    uint32_t segment = 0;
    while (magnitude >> (segment + 6) != 0)
        ++segment;
    const int32_t code = (int32_t)(16 * segment + (magnitude >> (segment + 1)) - 16);
    return (int8_t)(sample < 0 ? -code : code);
}

void earshot_compand(const int16_t *samples, size_t count, int8_t *codes)
{
    for (const int8_t *end = codes + count; codes < end; ++codes, ++samples)
        *codes = compand(*samples);
}
