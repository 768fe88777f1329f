/* Structure and shapes, layer by layer. */
#include "../nn/kernels.h"
#include "../platform.h"
#include "check.h"

static int has_two_inputs(const earshot_pack_layer *layer)
{
    return layer->op == EARSHOT_ADD || layer->op == EARSHOT_CONCATENATE;
}

/* Every tensor but the features is written once, before it is read. */
static int is_wired(const earshot_model *model, uint32_t index)
{
    const earshot_pack_layer *layer = &model->layers[index];
    const uint32_t tensors = model->header->tensor_count;
    if (layer->output == 0 || layer->output >= tensors)
        return 0;
    uint32_t missing = 0;
    for (uint32_t i = 0; i < earshot_input_count(layer); ++i) {
        if (layer->input[i] >= tensors)
            return 0;
        missing += layer->input[i] != 0;
    }
    for (uint32_t earlier = 0; earlier < index; ++earlier) {
        const uint16_t written = model->layers[earlier].output;
        if (written == layer->output)
            return 0;
        for (uint32_t i = 0; i < earshot_input_count(layer); ++i)
            missing -= layer->input[i] == written;
    }
    return missing == 0 && (earshot_input_count(layer) == 2) == has_two_inputs(layer);
}

/* Which of kernel, stride, dilation and padding an operator has; the rest must be neutral. */
static int geometry_is_right(const earshot_model *model, const earshot_pack_layer *layer)
{
    const int spatial = layer->op == EARSHOT_CONVOLUTION || layer->op == EARSHOT_DEPTHWISE ||
                        layer->op == EARSHOT_MAX_POOL || layer->op == EARSHOT_AVERAGE_POOL;
    const int dense = layer->op == EARSHOT_DENSE;
    const int pointwise = layer->op == EARSHOT_POINTWISE;
    if (layer->kernel_time < 1 || layer->kernel_frequency < 1 || layer->stride_time < 1 ||
        layer->stride_frequency < 1 || layer->dilation_time < 1 || layer->dilation_frequency < 1 ||
        (uint64_t)(layer->kernel_time - 1u) * layer->dilation_time > 16384 ||
        (uint64_t)(layer->kernel_frequency - 1u) * layer->dilation_frequency > 65535)
        return 0;
    if (!spatial && ((uint32_t)layer->pad_time_begin | layer->pad_time_end | layer->pad_frequency_begin |
                     layer->pad_frequency_end) != 0)
        return 0;
    if (!spatial && !dense &&
        (layer->kernel_time != 1 || layer->kernel_frequency != 1 || layer->dilation_time != 1))
        return 0;
    if (!spatial && (layer->dilation_frequency != 1 || (layer->stride_frequency != 1 && !pointwise)))
        return 0;
    if (!spatial && !dense && !pointwise && layer->stride_time != 1)
        return 0;
    if (!has_two_inputs(layer) && (layer->crop[0] | layer->crop[1]) != 0)
        return 0;
    if (layer->axis > (layer->op == EARSHOT_CONCATENATE ? 1 : 0))
        return 0;
    if (model->header->mode == EARSHOT_MODE_STREAM && (layer->pad_time_begin | layer->pad_time_end) != 0)
        return 0;
    return layer->pad_time_begin < earshot_span_time(layer) &&
           layer->pad_time_end < earshot_span_time(layer) &&
           layer->pad_frequency_begin < earshot_span_frequency(layer) &&
           layer->pad_frequency_end < earshot_span_frequency(layer);
}

/* Output length of a sliding window, 0 when the window does not fit. */
static uint32_t slide(uint32_t length, uint32_t pads, uint32_t span, uint32_t stride)
{
    return length + pads < span ? 0 : (length + pads - span) / stride + 1;
}

static int frequency_agrees(const earshot_model *model, const earshot_pack_layer *layer)
{
    const earshot_pack_tensor *input = &model->tensors[layer->input[0]];
    const earshot_pack_tensor *output = &model->tensors[layer->output];
    if (layer->op == EARSHOT_DENSE && layer->kernel_frequency != input->frequency)
        return 0;
    if (layer->op == EARSHOT_CONCATENATE && layer->axis == 1)
        return output->frequency == input->frequency + model->tensors[layer->input[1]].frequency;
    if (has_two_inputs(layer) && model->tensors[layer->input[1]].frequency != input->frequency)
        return 0;
    const uint32_t pads = (uint32_t)layer->pad_frequency_begin + layer->pad_frequency_end;
    return output->frequency ==
           slide(input->frequency, pads, earshot_span_frequency(layer), layer->stride_frequency);
}

static int channels_agree(const earshot_model *model, const earshot_pack_layer *layer)
{
    const uint32_t input = model->tensors[layer->input[0]].channels;
    const uint32_t output = model->tensors[layer->output].channels;
    switch (layer->op) {
    case EARSHOT_CONVOLUTION:
    case EARSHOT_POINTWISE:
    case EARSHOT_DENSE:
        return 1;
    case EARSHOT_DEPTHWISE:
        return output % input == 0;
    case EARSHOT_CONCATENATE:
        if (layer->axis == 0)
            return output == input + model->tensors[layer->input[1]].channels;
        return output == input && output == model->tensors[layer->input[1]].channels;
    case EARSHOT_ADD:
        return output == input && output == model->tensors[layer->input[1]].channels;
    default:
        return output == input;
    }
}

/* Delay, stride and total of the output follow from the inputs'. */
static int time_agrees(const earshot_model *model, const earshot_pack_layer *layer)
{
    const earshot_pack_tensor *output = &model->tensors[layer->output];
    const int window = model->header->mode == EARSHOT_MODE_WINDOW;
    const int32_t wait = (int32_t)earshot_span_time(layer) - 1 - layer->pad_time_begin;
    const uint32_t pads = (uint32_t)layer->pad_time_begin + layer->pad_time_end;
    int32_t delay = INT32_MIN;
    uint32_t total = UINT32_MAX;
    for (uint32_t i = 0; i < earshot_input_count(layer); ++i) {
        const earshot_pack_tensor *input = &model->tensors[layer->input[i]];
        if ((uint32_t)input->stride * layer->stride_time != output->stride)
            return 0;
        const int64_t later = input->delay + (int64_t)input->stride * (wait + layer->crop[i]);
        if (later > 16384)
            return 0;
        delay = (int32_t)later > delay ? (int32_t)later : delay;
        if (window && layer->crop[i] >= input->total)
            return 0;
        const uint32_t columns = slide(window ? input->total - (uint32_t)layer->crop[i] : 0, pads,
                                       earshot_span_time(layer), layer->stride_time);
        total = columns < total ? columns : total;
    }
    return delay == output->delay && (!window || total == output->total);
}

static earshot_status check_layer(const earshot_model *model, uint32_t index)
{
    const earshot_pack_layer *layer = &model->layers[index];
    if (((uint32_t)layer->zero_37 | layer->zero_38 | layer->zero_60) != 0)
        return EARSHOT_ERROR_RESERVED;
    if (layer->op < EARSHOT_CONVOLUTION || layer->op > EARSHOT_LOOKUP || !is_wired(model, index) ||
        !geometry_is_right(model, layer))
        return EARSHOT_ERROR_LAYER;
    if (!frequency_agrees(model, layer) || !channels_agree(model, layer) || !time_agrees(model, layer))
        return EARSHOT_ERROR_SHAPE;
    if (!earshot_find_kernel(layer))
        return EARSHOT_ERROR_KERNEL;
    const earshot_status status = earshot_check_arithmetic(model, layer);
    if (status < 0)
        return status;
    if (earshot_kernel_scratch(model, layer) > model->header->layer_scratch_bytes)
        return EARSHOT_ERROR_ARENA;
    return EARSHOT_OK;
}

earshot_status earshot_check_layers(earshot_model *model)
{
    int scored = 0;
    for (uint32_t i = 0; i < model->header->layer_count; ++i) {
        model->fault = (int32_t)i;
        const earshot_status status = check_layer(model, i);
        if (status < 0)
            return status;
        const earshot_pack_layer *layer = &model->layers[i];
        if (layer->output == model->header->scores_tensor)
            scored = layer->op == EARSHOT_SOFTMAX || layer->op == EARSHOT_LOOKUP;
    }
    model->fault = -1;
    return scored ? EARSHOT_OK : EARSHOT_ERROR_LAYER;
}
