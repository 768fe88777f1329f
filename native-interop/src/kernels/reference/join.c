/* Operators with two inputs. */
#include "reference.h"

void earshot_reference_add(const earshot_work *work)
{
    const int32_t *multipliers = earshot_table(work, work->layer->multipliers_offset);
    const int32_t values = (int32_t)work->output.column_bytes;
    for (int32_t o = 0; o < work->output.count; ++o) {
        const int8_t *a = earshot_column(&work->input[0], work->first[0] + o);
        const int8_t *b = earshot_column(&work->input[1], work->first[1] + o);
        int8_t *output = earshot_column(&work->output, o);
        for (int32_t i = 0; i < values; ++i) {
            const int64_t sum = (int64_t)(a[i] - work->in[0]->zero_point) * multipliers[0] +
                                (int64_t)(b[i] - work->in[1]->zero_point) * multipliers[1];
            output[i] = earshot_finish(work, earshot_round_even(sum, work->layer->shift));
        }
    }
}

/* Brings `count` values of input `i` to the output's scale. */
static int8_t *rescale(const earshot_work *work, uint32_t i, const int8_t *values, int32_t count,
                       int8_t *output)
{
    const int32_t multiplier = earshot_table(work, work->layer->multipliers_offset)[i];
    for (int32_t k = 0; k < count; ++k) {
        const int64_t product = (int64_t)(values[k] - work->in[i]->zero_point) * multiplier;
        *output++ = earshot_finish(work, earshot_round_even(product, work->layer->shift));
    }
    return output;
}

void earshot_reference_concatenate(const earshot_work *work)
{
    /* Along frequency the columns follow each other whole; along channels they alternate at each frequency.
     */
    const int whole = work->layer->axis == 1;
    const int32_t turns = whole ? 1 : work->out->frequency;
    for (int32_t o = 0; o < work->output.count; ++o) {
        int8_t *output = earshot_column(&work->output, o);
        for (int32_t turn = 0; turn < turns; ++turn) {
            for (uint32_t i = 0; i < 2; ++i) {
                const int32_t count = whole ? (int32_t)work->input[i].column_bytes : work->in[i]->channels;
                const int8_t *column = earshot_column(&work->input[i], work->first[i] + o);
                output = rescale(work, i, column + turn * count, count, output);
            }
        }
    }
}
