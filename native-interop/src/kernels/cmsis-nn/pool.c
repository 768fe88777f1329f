#include "marshal.h"

typedef arm_cmsis_nn_status (*pool_function)(const cmsis_nn_context *, const cmsis_nn_pool_params *,
                                             const cmsis_nn_dims *, const int8_t *, const cmsis_nn_dims *,
                                             const cmsis_nn_dims *, int8_t *);

static int pool(const earshot_work *work, pool_function function, int32_t buffer_bytes)
{
    const earshot_pack_layer *layer = work->layer;
    const cmsis_nn_dims filter = {1, layer->kernel_time, layer->kernel_frequency, 1};
    if (layer->dilation_time != 1 || layer->dilation_frequency != 1)
        return 0;
    for (int32_t o = 0; o < work->output.count;) {
        earshot_room room = earshot_all_room(work);
        earshot_stretch stretch;
        int fits = 1;
        const cmsis_nn_context context = earshot_context(&room, buffer_bytes, &fits);
        if (!fits || !earshot_next_stretch(work, o, &room, &stretch))
            return 0;
        const cmsis_nn_pool_params parameters = {
            .stride = {.w = layer->stride_frequency, .h = layer->stride_time},
            .padding = {.w = layer->pad_frequency_begin, .h = stretch.padding},
            .activation = earshot_activation(work),
        };
        const cmsis_nn_dims input = earshot_input_dims(work, &stretch);
        const cmsis_nn_dims output = earshot_output_dims(work, &stretch);
        if (function(&context, &parameters, &input, stretch.input, &filter, &output, stretch.output) !=
            ARM_CMSIS_NN_SUCCESS)
            return 0;
        o += stretch.output_columns;
    }
    return 1;
}

int earshot_cmsis_nn_max_pool(const earshot_work *work)
{
    return pool(work, arm_max_pool_s8, 0);
}

/*
 * The library divides the sum of the stored values, without a change of scale, and rounds halves away from
 * zero, the pack to even. They agree when there are no halves (an odd number of values, always the same) and
 * nothing to rescale.
 */
int earshot_cmsis_nn_average_pool(const earshot_work *work)
{
    const earshot_pack_layer *layer = work->layer;
    const int32_t values = layer->kernel_time * layer->kernel_frequency;
    const float in_scale = work->in[0]->scale, out_scale = work->out->scale;
    if (values % 2 == 0 || layer->multiplier_count != 1 || in_scale < out_scale || in_scale > out_scale ||
        work->in[0]->zero_point != work->out->zero_point)
        return 0;
    return pool(work, arm_avgpool_s8,
                arm_avgpool_s8_get_buffer_size(work->out->frequency, work->in[0]->channels));
}
