#include "marshal.h"

/*
 * The library rescales each input, adds, and rescales the sum. With multipliers of at most 22 bits the first
 * step is exact (the shift left undoes the shift right), which leaves one rounding, as in the pack. The
 * pack's multipliers are cut to that, and the library rounds halves up, not to even: a result may be one step
 * off where it is close to a half.
 */
int earshot_cmsis_nn_add(const earshot_work *work)
{
    enum { MULTIPLIER_BITS = 22, LEFT_SHIFT = 8 };
    const int32_t *multipliers = earshot_table(work, work->layer->multipliers_offset);
    int32_t shift = work->layer->shift;
    int32_t cut = 0;
    while ((multipliers[0] | multipliers[1]) >> cut >= 1 << MULTIPLIER_BITS)
        ++cut;
    const int32_t half = cut > 0 ? 1 << (cut - 1) : 0;
    const int32_t first = (multipliers[0] >> cut) + ((multipliers[0] & half) != 0);
    const int32_t second = (multipliers[1] >> cut) + ((multipliers[1] & half) != 0);
    shift -= cut;
    /* out = sum * 2^30 / 2^(31 - output_shift) */
    const int32_t output_shift = 1 - shift;
    if (output_shift < -31 || output_shift > 0)
        return 0;
    for (int32_t o = 0; o < work->output.count; ++o) {
        const arm_cmsis_nn_status status = arm_elementwise_add_s8(
            earshot_column(&work->input[0], work->first[0] + o),
            earshot_column(&work->input[1], work->first[1] + o), -work->in[0]->zero_point, first,
            31 - LEFT_SHIFT, -work->in[1]->zero_point, second, 31 - LEFT_SHIFT, LEFT_SHIFT,
            earshot_column(&work->output, o), work->out->zero_point, 1 << 30, output_shift,
            work->layer->clamp_min, work->layer->clamp_max, (int32_t)work->output.column_bytes);
        if (status != ARM_CMSIS_NN_SUCCESS)
            return 0;
    }
    return 1;
}
