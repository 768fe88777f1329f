#include "quantisation.h"

/* One scale for all channels lets the library take its simpler function. */
static int is_uniform(const earshot_work *work)
{
    const int32_t *multipliers = earshot_table(work, work->layer->multipliers_offset);
    for (uint32_t i = 1; i < work->layer->multiplier_count; ++i) {
        if (multipliers[i] != multipliers[0])
            return 0;
    }
    return 1;
}

static int compute(const earshot_work *work, const int8_t *values, int8_t *results, earshot_room room)
{
    const earshot_pack_layer *layer = work->layer;
    const int32_t *bias = earshot_table(work, layer->bias_offset);
    const int32_t depth = layer->kernel_time * (int32_t)work->input[0].column_bytes;
    const cmsis_nn_dims input = {1, 1, 1, depth};
    const cmsis_nn_dims filter = {depth, 1, 1, work->out->channels};
    const cmsis_nn_dims output = {1, 1, 1, work->out->channels};
    const cmsis_nn_dims bias_dims = {1, 1, 1, work->out->channels};
    /* Without padding the pack's bias has the input's zero point in it. */
    const cmsis_nn_fc_params parameters = {
        .output_offset = work->out->zero_point,
        .activation = earshot_activation(work),
    };
    int fits = 1;
    const cmsis_nn_context context =
        earshot_context(&room, arm_fully_connected_s8_get_buffer_size(&filter), &fits);
    if (!fits)
        return 0;
    /* Where the library wants a buffer, it wants the sums of the weights' rows in it, and the bias. */
    if (context.buf && arm_vector_sum_s8(context.buf, depth, output.c, earshot_weights(work), 0, 0, bias) !=
                           ARM_CMSIS_NN_SUCCESS)
        return 0;
    if (is_uniform(work)) {
        const cmsis_nn_per_tensor_quant_params quantisation = {
            earshot_table(work, layer->multipliers_offset)[0], earshot_cmsis_nn_shift(work)};
        return arm_fully_connected_s8(&context, &parameters, &quantisation, &input, values, &filter,
                                      earshot_weights(work), &bias_dims, bias, &output,
                                      results) == ARM_CMSIS_NN_SUCCESS;
    }
    cmsis_nn_per_channel_quant_params quantisation;
    return earshot_per_channel(work, &room, &quantisation) &&
           arm_fully_connected_per_channel_s8(&context, &parameters, &quantisation, &input, values, &filter,
                                              earshot_weights(work), &bias_dims, bias, &output,
                                              results) == ARM_CMSIS_NN_SUCCESS;
}

int earshot_cmsis_nn_dense(const earshot_work *work)
{
    if (work->layer->dilation_time != 1)
        return 0;
    for (int32_t o = 0; o < work->output.count; ++o) {
        /* One column at a time: the columns of two outputs may overlap. */
        earshot_work one = *work;
        earshot_room room = earshot_all_room(work);
        earshot_stretch stretch;
        one.first[0] += o * work->layer->stride_time;
        one.output.head = (work->output.head + o) % work->output.capacity;
        one.output.count = 1;
        if (!earshot_next_stretch(&one, 0, &room, &stretch) || stretch.is_padded ||
            !compute(&one, stretch.input, stretch.output, room))
            return 0;
    }
    return 1;
}
