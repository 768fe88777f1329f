#include "taps.h"

#include <string.h>

#include "../../nn/small_shapes.h"

int earshot_taps_begin(earshot_taps *taps, const earshot_work *work)
{
    const uint32_t bytes = earshot_tap_bytes(work->layer, work->in[0], sizeof *taps->input);
    taps->count = (uint32_t)work->layer->kernel_time * work->layer->kernel_frequency;
    if (bytes > work->scratch_bytes)
        return 0;
    taps->input = (const int8_t **)(void *)work->scratch;
    taps->padding = (int8_t *)(taps->input + taps->count);
    taps->rest = work->scratch + bytes;
    taps->rest_bytes = work->scratch_bytes - bytes;
    memset(taps->padding, work->in[0]->zero_point, work->in[0]->channels);
    return 1;
}

void earshot_taps_find(const earshot_taps *taps, const earshot_work *work, int32_t column, int32_t frequency)
{
    const earshot_pack_layer *layer = work->layer;
    const int32_t begin = frequency * layer->stride_frequency - layer->pad_frequency_begin;
    const int8_t **input = taps->input;
    for (int32_t time = 0; time < layer->kernel_time; ++time) {
        const int8_t *values = earshot_tap(work, column, time);
        int32_t at = begin;
        for (uint32_t tap = layer->kernel_frequency; tap > 0; --tap, at += layer->dilation_frequency) {
            const int inside = values && at >= 0 && at < work->in[0]->frequency;
            *input++ = inside ? values + at * work->in[0]->channels : taps->padding;
        }
    }
}

earshot_sums earshot_sums_of(const earshot_work *work)
{
    const earshot_pack_layer *layer = work->layer;
    const int32_t shift = layer->shift - 32;
    const earshot_sums sums = {
        .rounding = {1 << (shift - 1), shift, work->out->zero_point, layer->clamp_min, layer->clamp_max},
        .bias = earshot_table(work, layer->bias_offset),
        .multipliers = earshot_table(work, layer->multipliers_offset),
        .weights = earshot_weights(work),
    };
    return sums;
}
