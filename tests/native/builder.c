#include "builder.h"

#include <stdlib.h>
#include <string.h>

#include "model/check.h"

static int at_least_one(int value)
{
    return value > 0 ? value : 1;
}

void builder_begin(builder *b, uint64_t seed, int mode, int bands, int window_columns, int decision_hop,
                   int block_columns)
{
    memset(b, 0, sizeof *b);
    b->scratch = TEST_SCRATCH;
    b->random.state = seed * 0x9E3779B97F4A7C15u + 1;
    memcpy(b->header.magic, "EARSHOT", 8);
    b->header.version = EARSHOT_PACK_VERSION;
    b->header.mode = (uint16_t)mode;
    b->header.window_columns = (uint16_t)window_columns;
    b->header.decision_hop = (uint16_t)decision_hop;
    b->header.block_columns = (uint16_t)block_columns;
    b->header.quiet_level = INT16_MIN;
    earshot_pack_tensor *features = &b->tensors[0];
    features->frequency = (uint16_t)bands;
    features->channels = 1;
    features->zero_point = (int8_t)random_int(&b->random, -20, 20);
    features->scale = 0.05f;
    features->delay = 1;
    features->stride = 1;
    features->total = (uint16_t)(mode == EARSHOT_MODE_WINDOW ? window_columns : 0);
}

static int slide(int length, int pads, int span, int stride)
{
    return length + pads < span ? 0 : (length + pads - span) / stride + 1;
}

static int has_weights(int op)
{
    return op >= EARSHOT_CONVOLUTION && op <= EARSHOT_DENSE;
}

/* Weights, biases and multipliers that bring random sums back to about the range of int8. */
static void fill_tables(builder *b, int index, int products, int channels, int weight_count)
{
    earshot_pack_layer *layer = &b->layers[index];
    layer->shift = (uint8_t)random_int(&b->random, 33, 45);
    layer->weights_bytes = (uint32_t)weight_count;
    layer->multiplier_count = (uint32_t)channels;
    b->weights[index] = malloc((size_t)weight_count);
    b->biases[index] = malloc((size_t)channels * sizeof(int32_t));
    b->multipliers[index] = malloc((size_t)channels * sizeof(int32_t));
    for (int i = 0; i < weight_count; ++i)
        b->weights[index][i] = (int8_t)random_int(&b->random, -128, 127);
    double deviation = 74.0 * 74.0;
    for (int root = 1; root * root <= products; ++root)
        deviation = 74.0 * 74.0 * root;
    /* Where few products are summed a larger bias would hide what they are. */
    const int bias = deviation < 20000.0 ? (int)deviation : 20000;
    for (int i = 0; i < channels; ++i) {
        double multiplier =
            (30.0 + random_int(&b->random, 0, 60)) / deviation * (double)(1ll << layer->shift);
        b->multipliers[index][i] = multiplier > 2147483647.0 ? 2147483647 : (int32_t)multiplier;
        b->biases[index][i] = random_int(&b->random, -bias, bias);
    }
}

int builder_layer(builder *b, int op, int input, int out_channels, geometry shape)
{
    const int index = b->layer_count;
    const earshot_pack_tensor *in = &b->tensors[input];
    earshot_pack_layer *layer = &b->layers[index];
    earshot_pack_tensor *out = &b->tensors[index + 1];
    memset(layer, 0, sizeof *layer);
    memset(out, 0, sizeof *out);
    layer->op = (uint8_t)op;
    layer->input[0] = (uint16_t)input;
    layer->input[1] = EARSHOT_NO_TENSOR;
    layer->output = (uint16_t)(index + 1);
    layer->kernel_time = (uint16_t)at_least_one(shape.kernel_time);
    layer->kernel_frequency = (uint16_t)at_least_one(shape.kernel_frequency);
    layer->stride_time = (uint16_t)at_least_one(shape.stride_time);
    layer->stride_frequency = (uint16_t)at_least_one(shape.stride_frequency);
    layer->dilation_time = (uint16_t)at_least_one(shape.dilation_time);
    layer->dilation_frequency = (uint16_t)at_least_one(shape.dilation_frequency);
    layer->pad_time_begin = (uint16_t)shape.pad_time_begin;
    layer->pad_time_end = (uint16_t)shape.pad_time_end;
    layer->pad_frequency_begin = (uint16_t)shape.pad_frequency_begin;
    layer->pad_frequency_end = (uint16_t)shape.pad_frequency_end;
    layer->clamp_min = -128;
    layer->clamp_max = 127;

    const int span_time = (int)earshot_span_time(layer);
    const int pads = shape.pad_frequency_begin + shape.pad_frequency_end;
    const int frequency =
        slide(in->frequency, pads, (int)earshot_span_frequency(layer), layer->stride_frequency);
    const int window = b->header.mode == EARSHOT_MODE_WINDOW;
    const int total =
        slide(in->total, shape.pad_time_begin + shape.pad_time_end, span_time, layer->stride_time);
    if (frequency < 1 || (window && total < 1))
        return -1;
    out->frequency = (uint16_t)frequency;
    out->channels = (uint16_t)out_channels;
    out->scale = 0.1f;
    out->zero_point = (int8_t)random_int(&b->random, -30, 30);
    out->stride = (uint16_t)(in->stride * layer->stride_time);
    out->delay = in->delay + in->stride * (span_time - 1 - shape.pad_time_begin);
    out->total = (uint16_t)(window ? total : 0);

    const int taps = layer->kernel_time * layer->kernel_frequency;
    if (has_weights(op)) {
        const int products = op == EARSHOT_DEPTHWISE ? taps : taps * in->channels;
        fill_tables(b, index, products, out_channels, products * out_channels);
        if (random_int(&b->random, 0, 1))
            layer->clamp_min = out->zero_point;
    } else if (op == EARSHOT_AVERAGE_POOL) {
        const int padded = pads + shape.pad_time_begin + shape.pad_time_end > 0;
        layer->shift = 30;
        layer->multiplier_count = padded ? (uint32_t)taps : 1;
        b->multipliers[index] = malloc(layer->multiplier_count * sizeof(int32_t));
        for (int n = 1; n <= (int)layer->multiplier_count; ++n)
            b->multipliers[index][n - 1] = (int32_t)((1 << 30) / (padded ? n : taps));
    } else if (op == EARSHOT_LOOKUP) {
        layer->weights_bytes = 256;
        b->weights[index] = malloc(256);
        for (int i = 0; i < 256; ++i)
            b->weights[index][i] = (int8_t)random_int(&b->random, -128, 127);
    } else if (op == EARSHOT_SOFTMAX) {
        out->scale = 1.0f / 256;
        out->zero_point = -128;
    } else if (op == EARSHOT_MAX_POOL) {
        out->scale = in->scale;
        out->zero_point = in->zero_point;
    }
    return ++b->layer_count;
}

int builder_join(builder *b, int op, int first, int second, int first_crop, int second_crop, int axis)
{
    const int output = builder_layer(b, op, first, b->tensors[first].channels, (geometry){0});
    const int index = output - 1;
    earshot_pack_layer *layer = &b->layers[index];
    earshot_pack_tensor *out = &b->tensors[output];
    const earshot_pack_tensor *in[2] = {&b->tensors[first], &b->tensors[second]};
    layer->input[1] = (uint16_t)second;
    layer->crop[0] = (uint16_t)first_crop;
    layer->crop[1] = (uint16_t)second_crop;
    layer->axis = (uint8_t)axis;
    layer->shift = 31;
    layer->multiplier_count = 2;
    b->multipliers[index] = malloc(2 * sizeof(int32_t));
    out->delay = INT32_MIN;
    for (int i = 0; i < 2; ++i) {
        const int delay = in[i]->delay + in[i]->stride * layer->crop[i];
        out->delay = delay > out->delay ? delay : out->delay;
        b->multipliers[index][i] = random_int(&b->random, 1 << 29, INT32_MAX);
    }
    if (b->header.mode == EARSHOT_MODE_WINDOW) {
        const int a = in[0]->total - first_crop;
        const int c = in[1]->total - second_crop;
        out->total = (uint16_t)(a < c ? a : c);
    }
    if (op == EARSHOT_CONCATENATE && axis == 0)
        out->channels = (uint16_t)(in[0]->channels + in[1]->channels);
    if (op == EARSHOT_CONCATENATE && axis == 1)
        out->frequency = (uint16_t)(in[0]->frequency + in[1]->frequency);
    return output;
}

void builder_head(builder *b, int input, int columns, int stride_time, int classes)
{
    geometry dense = {0};
    dense.kernel_time = b->header.mode == EARSHOT_MODE_WINDOW ? b->tensors[input].total : columns;
    dense.kernel_frequency = b->tensors[input].frequency;
    dense.stride_time = stride_time;
    const int logits = builder_layer(b, EARSHOT_DENSE, input, classes, dense);
    const int scores = builder_layer(b, EARSHOT_SOFTMAX, logits, classes, (geometry){0});
    b->header.logits_tensor = (uint16_t)logits;
    b->header.scores_tensor = (uint16_t)scores;
    b->header.class_count = (uint16_t)classes;
    if (b->header.mode == EARSHOT_MODE_STREAM) {
        b->header.window_columns = (uint16_t)b->tensors[scores].delay;
        b->header.decision_hop = b->tensors[scores].stride;
    }
}
