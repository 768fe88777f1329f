#include "oracle.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef __int128 wide;

static const earshot_pack_tensor *shape(const oracle *o, int tensor)
{
    return &o->model->tensors[tensor];
}

const int8_t *oracle_column(const oracle *o, int tensor, int column)
{
    return o->values[tensor] + (size_t)column * earshot_column_bytes(shape(o, tensor));
}

/* Value of a tensor, or `outside` beyond its edges. */
static int value_at(const oracle *o, int tensor, int time, int frequency, int channel, int outside)
{
    const earshot_pack_tensor *t = shape(o, tensor);
    if (time < 0 || time >= o->total[tensor] || frequency < 0 || frequency >= t->frequency)
        return outside;
    return oracle_column(o, tensor, time)[frequency * t->channels + channel];
}

static const int32_t *table(const oracle *o, uint32_t offset)
{
    return (const int32_t *)(const void *)(o->model->bytes + offset);
}

/* numerator / 2^shift rounded down, from the definition of division. */
static wide floor_divide(wide numerator, int shift)
{
    const wide divisor = (wide)1 << shift;
    const wide quotient = numerator / divisor;
    return numerator % divisor < 0 ? quotient - 1 : quotient;
}

static long long half_up(wide numerator, int shift)
{
    return (long long)floor_divide(2 * numerator + ((wide)1 << shift), shift + 1);
}

static long long half_even(wide numerator, int shift)
{
    const wide rounded = floor_divide(2 * numerator + ((wide)1 << shift), shift + 1);
    const int tie = (rounded * 2 - 1) * ((wide)1 << shift) == numerator * 2;
    return (long long)(tie && rounded % 2 != 0 ? rounded - 1 : rounded);
}

static int finish(const oracle *o, const earshot_pack_layer *layer, long long value)
{
    value += shape(o, layer->output)->zero_point;
    if (value < layer->clamp_min)
        return layer->clamp_min;
    return value > layer->clamp_max ? layer->clamp_max : (int)value;
}

static int weigh(const oracle *o, const earshot_pack_layer *layer, int t, int f, int c)
{
    const int input = layer->input[0];
    const int in_channels = shape(o, input)->channels;
    const int out_channels = shape(o, layer->output)->channels;
    const int8_t *weights = (const int8_t *)(o->model->bytes + layer->weights_offset);
    const int depthwise = layer->op == EARSHOT_DEPTHWISE;
    long long sum = table(o, layer->bias_offset)[c];
    for (int kt = 0; kt < layer->kernel_time; ++kt) {
        for (int kf = 0; kf < layer->kernel_frequency; ++kf) {
            const int time = t * layer->stride_time - layer->pad_time_begin + kt * layer->dilation_time;
            const int frequency =
                f * layer->stride_frequency - layer->pad_frequency_begin + kf * layer->dilation_frequency;
            for (int i = 0; i < (depthwise ? 1 : in_channels); ++i) {
                const int channel = depthwise ? c / (out_channels / in_channels) : i;
                const int tap = kt * layer->kernel_frequency + kf;
                const int8_t *weight =
                    depthwise
                        ? weights + tap * out_channels + c
                        : weights + (c * layer->kernel_time * layer->kernel_frequency + tap) * in_channels +
                              i;
                sum += *weight * value_at(o, input, time, frequency, channel, shape(o, input)->zero_point);
            }
        }
    }
    return finish(o, layer, half_up((wide)sum * table(o, layer->multipliers_offset)[c], layer->shift));
}

static int pool(const oracle *o, const earshot_pack_layer *layer, int t, int f, int c)
{
    const int outside = 1000;
    int best = -128;
    int count = 0;
    long long sum = 0;
    for (int kt = 0; kt < layer->kernel_time; ++kt) {
        for (int kf = 0; kf < layer->kernel_frequency; ++kf) {
            const int value = value_at(
                o, layer->input[0],
                t * layer->stride_time - layer->pad_time_begin + kt * layer->dilation_time,
                f * layer->stride_frequency - layer->pad_frequency_begin + kf * layer->dilation_frequency, c,
                outside);
            if (value == outside)
                continue;
            best = value > best ? value : best;
            sum += value - shape(o, layer->input[0])->zero_point;
            ++count;
        }
    }
    if (layer->op == EARSHOT_MAX_POOL)
        return finish(o, layer, best - shape(o, layer->output)->zero_point);
    if (count == 0)
        return finish(o, layer, 0);
    const int32_t *multipliers = table(o, layer->multipliers_offset);
    return finish(
        o, layer,
        half_even((wide)sum * multipliers[layer->multiplier_count == 1 ? 0 : count - 1], layer->shift));
}

static wide scaled_input(const oracle *o, const earshot_pack_layer *layer, int i, int t, int f, int c)
{
    const int value = value_at(o, layer->input[i], t + layer->crop[i], f, c, 1000);
    return (wide)(value - shape(o, layer->input[i])->zero_point) * table(o, layer->multipliers_offset)[i];
}

#ifdef TEST_CMSIS_NN
/*
 * A sum as docs/kernels.md says that CMSIS-NN computes it: multipliers of at most 22 bits, halves up. Layers
 * behind a sum would make many steps of the one that this is off at times.
 */
static int cmsis_nn_sum(const oracle *o, const earshot_pack_layer *layer, int t, int f, int c)
{
    const int32_t *multipliers = table(o, layer->multipliers_offset);
    int cut = 0;
    while (((multipliers[0] | multipliers[1]) >> cut) >= 1 << 22)
        ++cut;
    wide sum = 0;
    for (int i = 0; i < 2; ++i) {
        const int value = value_at(o, layer->input[i], t + layer->crop[i], f, c, 1000);
        const wide rounded = ((wide)multipliers[i] + ((1 << cut) >> 1)) >> cut;
        sum += (value - shape(o, layer->input[i])->zero_point) * rounded;
    }
    const int shift = (int)layer->shift - cut;
    return finish(o, layer, (sum + ((wide)1 << (shift - 1))) >> shift);
}
#endif

static int join(const oracle *o, const earshot_pack_layer *layer, int t, int f, int c)
{
    wide value;
    if (layer->op == EARSHOT_ADD) {
#ifdef TEST_CMSIS_NN
        return cmsis_nn_sum(o, layer, t, f, c);
#endif
        value = scaled_input(o, layer, 0, t, f, c) + scaled_input(o, layer, 1, t, f, c);
    } else {
        const earshot_pack_tensor *first = shape(o, layer->input[0]);
        if (layer->axis == 0)
            value = c < first->channels ? scaled_input(o, layer, 0, t, f, c)
                                        : scaled_input(o, layer, 1, t, f, c - first->channels);
        else
            value = f < first->frequency ? scaled_input(o, layer, 0, t, f, c)
                                         : scaled_input(o, layer, 1, t, f - first->frequency, c);
    }
    return finish(o, layer, half_even(value, layer->shift));
}

/* Probability by the C library in double precision, to nearest. */
static int softmax(const oracle *o, const earshot_pack_layer *layer, int t, int f, int c)
{
    const earshot_pack_tensor *in = shape(o, layer->input[0]);
    const int8_t *values = oracle_column(o, layer->input[0], t) + f * in->channels;
    double sum = 0.0;
    for (int i = 0; i < in->channels; ++i)
        sum += exp((values[i] - values[c]) * (double)in->scale);
    const int score = (int)nearbyint(256.0 / sum) - 128;
    return score > 127 ? 127 : score;
}

static int compute(const oracle *o, const earshot_pack_layer *layer, int t, int f, int c)
{
    switch (layer->op) {
    case EARSHOT_MAX_POOL:
    case EARSHOT_AVERAGE_POOL:
        return pool(o, layer, t, f, c);
    case EARSHOT_ADD:
    case EARSHOT_CONCATENATE:
        return join(o, layer, t, f, c);
    case EARSHOT_SOFTMAX:
        return softmax(o, layer, t, f, c);
    case EARSHOT_LOOKUP:
        return ((const int8_t *)(o->model->bytes +
                                 layer->weights_offset))[128 + value_at(o, layer->input[0], t, f, c, 0)];
    default:
        return weigh(o, layer, t, f, c);
    }
}

static int columns_out(const oracle *o, const earshot_pack_layer *layer)
{
    int total = 1 << 30;
    for (uint32_t i = 0; i < earshot_input_count(layer); ++i) {
        const int padded =
            o->total[layer->input[i]] - layer->crop[i] + layer->pad_time_begin + layer->pad_time_end;
        const int span = (layer->kernel_time - 1) * layer->dilation_time + 1;
        const int columns = padded < span ? 0 : (padded - span) / layer->stride_time + 1;
        total = columns < total ? columns : total;
    }
    return total;
}

void oracle_run(oracle *o, const earshot_model *model, const int8_t *features, int columns)
{
    memset(o, 0, sizeof *o);
    o->model = model;
    o->total[0] = columns;
    const size_t bytes = (size_t)columns * model->tensors[0].frequency;
    o->values[0] = malloc(bytes + 1);
    memcpy(o->values[0], features, bytes);
    for (int i = 0; i < model->header->layer_count; ++i) {
        const earshot_pack_layer *layer = &model->layers[i];
        const earshot_pack_tensor *out = shape(o, layer->output);
        const int total = columns_out(o, layer);
        int8_t *value = malloc((size_t)total * earshot_column_bytes(out) + 1);
        o->values[layer->output] = value;
        o->total[layer->output] = total;
        for (int t = 0; t < total; ++t) {
            for (int f = 0; f < out->frequency; ++f) {
                for (int c = 0; c < out->channels; ++c)
                    *value++ = (int8_t)compute(o, layer, t, f, c);
            }
        }
    }
}

void oracle_free(oracle *o)
{
    for (int i = 0; i <= BUILDER_LAYERS; ++i)
        free(o->values[i]);
}

int test_same(const int8_t *expected, const int8_t *actual, size_t count)
{
    for (size_t i = 0; i < count; ++i) {
        if (expected[i] - actual[i] > TEST_STEPS || actual[i] - expected[i] > TEST_STEPS)
            return 0;
    }
    return 1;
}
