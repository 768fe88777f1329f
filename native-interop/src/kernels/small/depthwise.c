/* Depthwise: at each position four channels at a time, their weights and their input being neighbours in
 * memory. */
#include "taps.h"

int earshot_small_depthwise(const earshot_work *work)
{
    earshot_sums sums = earshot_sums_of(work);
    earshot_taps taps;
    sums.row = sums.count = work->out->channels;
    if (sums.row != work->in[0]->channels || sums.row % 4 != 0 || !earshot_taps_begin(&taps, work))
        return 0;
    sums.input = taps.input;
    sums.end = taps.input + taps.count;
    for (int32_t o = 0; o < work->output.count; ++o) {
        sums.output = earshot_column(&work->output, o);
        for (int32_t f = 0; f < work->out->frequency; ++f, sums.output += sums.row) {
            earshot_taps_find(&taps, work, o, f);
            earshot_sum_taps(&sums);
        }
    }
    return 1;
}
