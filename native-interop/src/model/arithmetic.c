/* Weights, biases, multipliers, shifts and clamps of one layer. */
#include "float_range.h"
#include "../platform.h"
#include "check.h"

/* Operators that multiply by weights and add up. */
static int has_weights(const earshot_pack_layer *layer)
{
    return layer->op >= EARSHOT_CONVOLUTION && layer->op <= EARSHOT_DENSE;
}

static uint32_t expected_multipliers(const earshot_model *model, const earshot_pack_layer *layer)
{
    const uint32_t pads = (uint32_t)layer->pad_time_begin + layer->pad_time_end + layer->pad_frequency_begin +
                          layer->pad_frequency_end;
    switch (layer->op) {
    case EARSHOT_AVERAGE_POOL:
        return pads == 0 ? 1 : (uint32_t)layer->kernel_time * layer->kernel_frequency;
    case EARSHOT_ADD:
    case EARSHOT_CONCATENATE:
        return 2;
    default:
        return has_weights(layer) ? model->tensors[layer->output].channels : 0;
    }
}

/* Values that one output adds up; bounded, so that a sum cannot overflow. */
static uint64_t products(const earshot_model *model, const earshot_pack_layer *layer)
{
    const uint64_t taps = (uint64_t)layer->kernel_time * layer->kernel_frequency;
    if (layer->op == EARSHOT_DEPTHWISE || layer->op == EARSHOT_AVERAGE_POOL || layer->op == EARSHOT_MAX_POOL)
        return taps;
    return taps * model->tensors[layer->input[0]].channels;
}

static uint64_t expected_weights(const earshot_model *model, const earshot_pack_layer *layer)
{
    if (layer->op == EARSHOT_LOOKUP)
        return 256;
    return has_weights(layer) ? products(model, layer) * model->tensors[layer->output].channels : 0;
}

static earshot_status check_tables(const earshot_model *model, const earshot_pack_layer *layer)
{
    const uint64_t weights = expected_weights(model, layer);
    const uint32_t multipliers = expected_multipliers(model, layer);
    const uint32_t biases = has_weights(layer) ? model->tensors[layer->output].channels : 0;
    if (layer->weights_bytes != weights || layer->multiplier_count != multipliers)
        return EARSHOT_ERROR_SHAPE;
    if (weights > 0 ? !earshot_table_fits(model, layer->weights_offset, layer->weights_bytes, 1)
                    : layer->weights_offset != 0)
        return EARSHOT_ERROR_OFFSET;
    if (multipliers > 0 ? !earshot_table_fits(model, layer->multipliers_offset, multipliers, sizeof(int32_t))
                        : layer->multipliers_offset != 0)
        return EARSHOT_ERROR_OFFSET;
    if (biases > 0 ? !earshot_table_fits(model, layer->bias_offset, biases, sizeof(int32_t))
                   : layer->bias_offset != 0)
        return EARSHOT_ERROR_OFFSET;
    return EARSHOT_OK;
}

static int values_are_right(const earshot_model *model, const earshot_pack_layer *layer)
{
    const int32_t *multipliers = (const void *)(model->bytes + layer->multipliers_offset);
    const int32_t *biases = (const void *)(model->bytes + layer->bias_offset);
    for (uint32_t i = 0; i < layer->multiplier_count; ++i) {
        if (multipliers[i] < 1)
            return 0;
    }
    for (uint32_t i = 0; has_weights(layer) && i < layer->multiplier_count; ++i) {
        if (biases[i] < -(1 << 30) || biases[i] > 1 << 30)
            return 0;
    }
    return 1;
}

static int rounding_is_right(const earshot_model *model, const earshot_pack_layer *layer)
{
    const earshot_pack_tensor *input = &model->tensors[layer->input[0]];
    const earshot_pack_tensor *output = &model->tensors[layer->output];
    if (layer->clamp_min > layer->clamp_max)
        return 0;
    if (layer->op == EARSHOT_SOFTMAX || layer->op == EARSHOT_LOOKUP) {
        if (layer->clamp_min != -128 || layer->clamp_max != 127)
            return 0;
    }
    if (layer->op == EARSHOT_SOFTMAX)
        return layer->shift == 0 && output->zero_point == -128 &&
               earshot_float_within(output->scale, 1.0f / 256, 1.0f / 256);
    if (layer->op == EARSHOT_MAX_POOL)
        return layer->shift == 0 && output->zero_point == input->zero_point &&
               earshot_float_within(output->scale, input->scale, input->scale);
    if (layer->op == EARSHOT_LOOKUP)
        return layer->shift == 0;
    return layer->shift >= (has_weights(layer) ? 33 : 1) && layer->shift <= 62;
}

earshot_status earshot_check_arithmetic(const earshot_model *model, const earshot_pack_layer *layer)
{
    const earshot_status status =
        products(model, layer) > 65535 ? EARSHOT_ERROR_SHAPE : check_tables(model, layer);
    if (status < 0)
        return status;
    return rounding_is_right(model, layer) && values_are_right(model, layer) ? EARSHOT_OK
                                                                             : EARSHOT_ERROR_QUANTISATION;
}
