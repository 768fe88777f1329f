#include "reference.h"

typedef struct pooled {
    int32_t maximum;
    int32_t sum;   /* of value - zero point */
    int32_t count; /* values inside the input */
} pooled;

/* Looks at every value inside the input that one output value covers. */
static pooled look(const earshot_work *work, int32_t o, int32_t f, int32_t channel)
{
    const earshot_pack_layer *layer = work->layer;
    const int32_t channels = work->in[0]->channels;
    const int32_t begin = f * layer->stride_frequency - layer->pad_frequency_begin;
    pooled result = {-128, 0, 0};
    for (int32_t time = 0; time < layer->kernel_time; ++time) {
        const int8_t *column = earshot_tap(work, o, time);
        for (int32_t tap = 0; column && tap < layer->kernel_frequency; ++tap) {
            const int32_t frequency = begin + tap * layer->dilation_frequency;
            if (frequency < 0 || frequency >= work->in[0]->frequency)
                continue;
            const int32_t value = column[frequency * channels + channel];
            result.maximum = value > result.maximum ? value : result.maximum;
            result.sum += value - work->in[0]->zero_point;
            ++result.count;
        }
    }
    return result;
}

void earshot_reference_max_pool(const earshot_work *work)
{
    for (int32_t o = 0; o < work->output.count; ++o) {
        int8_t *output = earshot_column(&work->output, o);
        for (int32_t f = 0; f < work->out->frequency; ++f) {
            for (int32_t channel = 0; channel < work->out->channels; ++channel)
                *output++ = (int8_t)earshot_clamp(look(work, o, f, channel).maximum, work->layer->clamp_min,
                                                  work->layer->clamp_max);
        }
    }
}

/* Dilation can leave a window without any value inside; its mean is then zero. */
static int8_t average(const earshot_work *work, pooled values)
{
    const earshot_pack_layer *layer = work->layer;
    const int32_t *multipliers = earshot_table(work, layer->multipliers_offset);
    if (values.count == 0)
        return earshot_finish(work, 0);
    const int32_t multiplier = multipliers[layer->multiplier_count == 1 ? 0 : values.count - 1];
    return earshot_finish(work, earshot_round_even((int64_t)values.sum * multiplier, layer->shift));
}

void earshot_reference_average_pool(const earshot_work *work)
{
    for (int32_t o = 0; o < work->output.count; ++o) {
        int8_t *output = earshot_column(&work->output, o);
        for (int32_t f = 0; f < work->out->frequency; ++f) {
            for (int32_t channel = 0; channel < work->out->channels; ++channel)
                *output++ = average(work, look(work, o, f, channel));
        }
    }
}
