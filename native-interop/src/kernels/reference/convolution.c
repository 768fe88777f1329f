#include "reference.h"

/* Sum of weights[i] * values[i]. */
static int32_t dot(const int8_t *weights, const int8_t *values, int32_t count)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < count; ++i)
        sum += weights[i] * values[i];
    return sum;
}

/* Sum of weights[i] * zero_point: what padding contributes. */
static int32_t padding(const int8_t *weights, int32_t zero_point, int32_t count)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < count; ++i)
        sum += weights[i];
    return sum * zero_point;
}

/*
 * The part of one kernel row (one input column) of one output channel; `begin` is the first frequency that it
 * reads. A row without dilation reads consecutive bytes, so what lies inside the column is one dot product.
 */
static int32_t row(const earshot_work *work, const int8_t *column, const int8_t *weights, int32_t begin)
{
    const earshot_pack_layer *layer = work->layer;
    const int32_t channels = work->in[0]->channels;
    const int32_t frequencies = work->in[0]->frequency;
    const int32_t taps = layer->kernel_frequency;
    const int32_t zero_point = work->in[0]->zero_point;
    if (!column)
        return padding(weights, zero_point, taps * channels);
    if (layer->dilation_frequency == 1 && begin >= 0 && begin + taps <= frequencies)
        return dot(weights, column + begin * channels, taps * channels);
    int32_t sum = 0;
    for (int32_t tap = 0; tap < taps; ++tap, weights += channels) {
        const int32_t frequency = begin + tap * layer->dilation_frequency;
        if (frequency < 0 || frequency >= frequencies)
            sum += padding(weights, zero_point, channels);
        else
            sum += dot(weights, column + frequency * channels, channels);
    }
    return sum;
}

static void compute_column(const earshot_work *work, int32_t o)
{
    const earshot_pack_layer *layer = work->layer;
    const int32_t *bias = earshot_table(work, layer->bias_offset);
    const int32_t *multipliers = earshot_table(work, layer->multipliers_offset);
    const int32_t row_weights = layer->kernel_frequency * work->in[0]->channels;
    int8_t *output = earshot_column(&work->output, o);
    for (int32_t f = 0; f < work->out->frequency; ++f) {
        const int32_t begin = f * layer->stride_frequency - layer->pad_frequency_begin;
        const int8_t *weights = earshot_weights(work);
        for (int32_t channel = 0; channel < work->out->channels; ++channel) {
            int32_t sum = bias[channel];
            for (int32_t tap = 0; tap < layer->kernel_time; ++tap, weights += row_weights)
                sum += row(work, earshot_tap(work, o, tap), weights, begin);
            *output++ = earshot_finish(work, earshot_round_shift(sum, multipliers[channel], layer->shift));
        }
    }
}

void earshot_reference_convolution(const earshot_work *work)
{
    for (int32_t o = 0; o < work->output.count; ++o)
        compute_column(work, o);
}
