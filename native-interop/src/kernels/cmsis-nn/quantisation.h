/* The parameters of a layer with weights in CMSIS-NN's form. */
#ifndef EARSHOT_KERNELS_CMSIS_NN_QUANTISATION_H
#define EARSHOT_KERNELS_CMSIS_NN_QUANTISATION_H

#include "marshal.h"

/* The pack rounds acc * M / 2^s, CMSIS-NN acc * M / 2^(31 - shift). */
static inline int32_t earshot_cmsis_nn_shift(const earshot_work *work)
{
    return 31 - work->layer->shift;
}

/* Multipliers from the pack; the library's structure is not const, its functions only read. */
static inline int earshot_per_channel(const earshot_work *work, earshot_room *room,
                                      cmsis_nn_per_channel_quant_params *parameters)
{
    const uint32_t channels = work->out->channels;
    int32_t *shifts = earshot_take(room, channels * sizeof *shifts);
    if (!shifts)
        return 0;
    for (uint32_t i = 0; i < channels; ++i)
        shifts[i] = earshot_cmsis_nn_shift(work);
    parameters->multiplier = (int32_t *)earshot_table(work, work->layer->multipliers_offset);
    parameters->shift = shifts;
    return 1;
}

/*
 * The pack's bias contains -zero_point * (sum of weights), for stored values; CMSIS-NN adds the negative zero
 * point to every value instead and leaves padding out. Without padding an offset of 0 and the pack's bias do
 * the same. With padding the sums of weights have to be taken out again: `stride` apart lie the `taps`
 * weights of one channel.
 */
static inline const int32_t *earshot_bias(const earshot_work *work, int is_padded, earshot_room *room,
                                          uint32_t taps, uint32_t channel_step, uint32_t tap_step)
{
    const int32_t *bias = earshot_table(work, work->layer->bias_offset);
    const int32_t zero_point = work->in[0]->zero_point;
    if (!is_padded || zero_point == 0)
        return bias;
    const uint32_t channels = work->out->channels;
    const int8_t *weights = earshot_weights(work);
    int32_t *plain = earshot_take(room, channels * sizeof *plain);
    for (uint32_t channel = 0; plain && channel < channels; ++channel) {
        int32_t sum = 0;
        for (uint32_t tap = 0; tap < taps; ++tap)
            sum += weights[channel * channel_step + tap * tap_step];
        plain[channel] = bias[channel] + zero_point * sum;
    }
    return plain;
}

static inline int32_t earshot_input_offset(const earshot_work *work, int is_padded)
{
    return is_padded ? -work->in[0]->zero_point : 0;
}

#endif
