#include <string.h>

#include "marshal.h"

/* Differences from the largest value are taken in Q5.26, as TensorFlow Lite does. */
enum { INTEGER_BITS = 5, FRACTION_BITS = 31 - INTEGER_BITS };

int earshot_cmsis_nn_softmax(const earshot_work *work)
{
    /* scale * 2^26 = multiplier / 2^31 * 2^shift with the multiplier in [2^30, 2^31) */
    uint32_t bits;
    memcpy(&bits, &work->in[0]->scale, sizeof bits);
    const int32_t shift = (int32_t)(bits >> 23) - 126 + FRACTION_BITS;
    const int32_t multiplier = (int32_t)((bits & 0x7FFFFFu) | 0x800000u) << 7;
    if (shift < 0 || shift > 30)
        return 0;
    const int32_t least = -(int32_t)((int64_t)((1 << INTEGER_BITS) - 1) << FRACTION_BITS >> shift);
    for (int32_t o = 0; o < work->output.count; ++o)
        arm_softmax_s8(earshot_column(&work->input[0], work->first[0] + o), work->in[0]->frequency,
                       work->in[0]->channels, multiplier, shift, least, earshot_column(&work->output, o));
    return 1;
}
