#include "reference.h"

/* Channels that are summed side by side: neighbours in memory, few enough for a small stack. */
#define GROUP 16

/* Adds one tap for `count` channels from `first`: `values` is the input at its frequency, or null for
 * padding. */
static void add_tap(const earshot_work *work, const int8_t *values, const int8_t *weights, int32_t first,
                    int32_t count, int32_t *sums)
{
    const int32_t multiplier = work->out->channels / work->in[0]->channels;
    if (!values) {
        for (int32_t i = 0; i < count; ++i)
            sums[i] += weights[first + i] * work->in[0]->zero_point;
    } else if (multiplier == 1) {
        for (int32_t i = 0; i < count; ++i)
            sums[i] += weights[first + i] * values[first + i];
    } else {
        for (int32_t i = 0; i < count; ++i)
            sums[i] += weights[first + i] * values[(first + i) / multiplier];
    }
}

static void compute_group(const earshot_work *work, int32_t o, int32_t f, int32_t first, int32_t count,
                          int8_t *output)
{
    const earshot_pack_layer *layer = work->layer;
    const int32_t *bias = earshot_table(work, layer->bias_offset) + first;
    const int32_t *multipliers = earshot_table(work, layer->multipliers_offset) + first;
    const int8_t *weights = earshot_weights(work);
    const int32_t begin = f * layer->stride_frequency - layer->pad_frequency_begin;
    int32_t sums[GROUP];
    for (int32_t i = 0; i < count; ++i)
        sums[i] = bias[i];
    for (int32_t time = 0; time < layer->kernel_time; ++time) {
        const int8_t *column = earshot_tap(work, o, time);
        for (int32_t tap = 0; tap < layer->kernel_frequency; ++tap, weights += work->out->channels) {
            const int32_t frequency = begin + tap * layer->dilation_frequency;
            const int inside = column && frequency >= 0 && frequency < work->in[0]->frequency;
            add_tap(work, inside ? column + frequency * work->in[0]->channels : NULL, weights, first, count,
                    sums);
        }
    }
    for (int32_t i = 0; i < count; ++i)
        output[first + i] = earshot_finish(work, earshot_round_shift(sums[i], multipliers[i], layer->shift));
}

void earshot_reference_depthwise(const earshot_work *work)
{
    const int32_t channels = work->out->channels;
    for (int32_t o = 0; o < work->output.count; ++o) {
        int8_t *output = earshot_column(&work->output, o);
        for (int32_t f = 0; f < work->out->frequency; ++f, output += channels) {
            for (int32_t first = 0; first < channels; first += GROUP) {
                const int32_t left = channels - first;
                compute_group(work, o, f, first, left < GROUP ? left : GROUP, output);
            }
        }
    }
}
