#include "quantisation.h"

static int compute(const earshot_work *work, const earshot_stretch *stretch, earshot_room room)
{
    const earshot_pack_layer *layer = work->layer;
    const int32_t taps = layer->kernel_time * layer->kernel_frequency * work->in[0]->channels;
    cmsis_nn_per_channel_quant_params quantisation;
    if (!earshot_per_channel(work, &room, &quantisation))
        return 0;
    const int32_t *bias = earshot_bias(work, stretch->is_padded, &room, (uint32_t)taps, (uint32_t)taps, 1);
    if (!bias)
        return 0;
    const cmsis_nn_conv_params parameters = {
        .input_offset = earshot_input_offset(work, stretch->is_padded),
        .output_offset = work->out->zero_point,
        .stride = {.w = layer->stride_frequency, .h = layer->stride_time},
        .padding = {.w = layer->pad_frequency_begin, .h = stretch->padding},
        .dilation = {.w = layer->dilation_frequency, .h = layer->dilation_time},
        .activation = earshot_activation(work),
    };
    const cmsis_nn_dims input = earshot_input_dims(work, stretch);
    const cmsis_nn_dims output = earshot_output_dims(work, stretch);
    const cmsis_nn_dims filter = {output.c, layer->kernel_time, layer->kernel_frequency, input.c};
    const cmsis_nn_dims bias_dims = {1, 1, 1, output.c};
    int fits = 1;
    const cmsis_nn_context context = earshot_context(
        &room, arm_convolve_wrapper_s8_get_buffer_size(&parameters, &input, &filter, &output), &fits);
    return fits && arm_convolve_wrapper_s8(&context, &parameters, &quantisation, &input, stretch->input,
                                           &filter, earshot_weights(work), &bias_dims, bias, &output,
                                           stretch->output) == ARM_CMSIS_NN_SUCCESS;
}

int earshot_cmsis_nn_convolution(const earshot_work *work)
{
    return earshot_each_stretch(work, compute);
}
