#include "pool.h"
#include "../../nn/arithmetic.h"
#include "pairs.h"

/* The part of a window that lies inside the input. */
typedef struct window {
    const earshot_work *work;
    int32_t first_column, columns; /* relative to the output column's first */
    uint32_t offset;               /* of the first value in its column, in bytes */
    uint32_t width;
} window;

static window window_at(const earshot_work *work, int32_t column, int32_t f)
{
    const earshot_pack_layer *layer = work->layer;
    int32_t begin = f * layer->stride_frequency - layer->pad_frequency_begin;
    int32_t end = begin + layer->kernel_frequency;
    int32_t first = begin < 0 ? 0 : begin;
    int32_t last = end < work->in[0]->frequency ? end : work->in[0]->frequency;
    return (window){
        .work = work,
        .first_column = column * layer->stride_time,
        .columns = layer->kernel_time,
        .offset = (uint32_t)first * work->in[0]->channels,
        .width = last > first ? (uint32_t)(last - first) : 0,
    };
}

static inline uint32_t larger_bytes(uint32_t a, uint32_t b)
{
    uint32_t larger;
    __asm__ volatile("ssub8 %0, %1, %2\n\tsel %0, %1, %2" : "=&r"(larger) : "r"(a), "r"(b));
    return larger;
}

static bool is_plain(const earshot_work *work)
{
    return work->in[0]->channels % 4 == 0 && work->layer->dilation_time == 1 &&
           work->layer->dilation_frequency == 1;
}

bool earshot_pool_maximum(const earshot_work *work)
{
    if (!is_plain(work))
        return false;
    const uint32_t channels = work->in[0]->channels;
    for (int32_t o = 0; o < work->output.count; o++) {
        int8_t *output = earshot_column(&work->output, o);
        for (int32_t f = 0; f < work->out->frequency; f++, output += channels) {
            const window window = window_at(work, o, f);
            memset(output, INT8_MIN, channels);
            for (int32_t i = 0; i < window.columns; i++) {
                const int8_t *values = input_column(work, window.first_column + i);
                if (!values)
                    continue;
                values += window.offset;
                for (uint32_t k = 0; k < window.width; k++, values += channels) {
                    for (uint32_t channel = 0; channel < channels; channel += 4) {
                        uint32_t most =
                            larger_bytes(load_word(output + channel), load_word(values + channel));
                        memcpy(output + channel, &most, sizeof most);
                    }
                }
            }
        }
    }
    return true;
}

static int8_t mean(const earshot_work *work, int32_t sum, int32_t count, int32_t multiplier)
{
    int64_t product = (int64_t)(sum - count * work->in[0]->zero_point) * multiplier;
    return (int8_t)earshot_clamp(earshot_round_even(product, work->layer->shift) + work->out->zero_point,
                                 work->layer->clamp_min, work->layer->clamp_max);
}

bool earshot_pool_average(const earshot_work *work)
{
    const earshot_pack_layer *layer = work->layer;
    const int32_t count = layer->kernel_time * layer->kernel_frequency;
    if (!is_plain(work) || count > 256 || layer->multiplier_count != 1)
        return false;
    const uint32_t channels = work->in[0]->channels;
    const int32_t multiplier = work_multipliers(work)[0];
    for (int32_t o = 0; o < work->output.count; o++) {
        int8_t *output = earshot_column(&work->output, o);
        for (int32_t f = 0; f < work->out->frequency; f++) {
            const window window = window_at(work, o, f);
            for (uint32_t channel = 0; channel < channels; channel += 4, output += 4) {
                uint32_t sums[2] = {0, 0};
                for (int32_t i = 0; i < window.columns;) {
                    const int8_t *values =
                        input_column(work, window.first_column + i) + window.offset + channel;
                    /* Whole columns that follow each other are one row of values. */
                    uint32_t rows = 1;
                    if (window.width == work->in[0]->frequency)
                        rows = columns_in_a_row(&work->input[0], work->first[0] + window.first_column + i,
                                                (uint32_t)(window.columns - i));
                    earshot_pool_add(sums, values, channels, rows * window.width);
                    i += (int32_t)rows;
                }
                const uint32_t even = sums[0], odd = sums[1];
                output[0] = mean(work, (int16_t)even, count, multiplier);
                output[1] = mean(work, (int16_t)odd, count, multiplier);
                output[2] = mean(work, (int32_t)even >> 16, count, multiplier);
                output[3] = mean(work, (int32_t)odd >> 16, count, multiplier);
            }
        }
    }
    return true;
}
