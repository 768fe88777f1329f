/* Plain implementations; a wrong argument ends the process, as a sanitizer would. */
#include "double.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "arm_nnfunctions.h"

int double_calls[DOUBLE_FUNCTIONS];
int double_rounds_twice;

#define REQUIRE(condition)                                                                                   \
    do {                                                                                                     \
        if (!(condition))                                                                                    \
            abort();                                                                                         \
    } while (0)

static int32_t requantize(int64_t value, int32_t multiplier, int32_t shift)
{
    REQUIRE(multiplier >= 1 && shift >= -31 && shift <= 30);
    const int64_t product = value * multiplier;
    if (double_rounds_twice && shift < 0) {
        const int64_t once = (product + (1 << 30)) >> 31;
        return (int32_t)((once + ((int64_t)1 << (-shift - 1))) >> -shift);
    }
    return (int32_t)((product + ((int64_t)1 << (30 - shift))) >> (31 - shift));
}

static int8_t finish(int32_t value, int32_t offset, cmsis_nn_activation activation)
{
    REQUIRE(activation.min >= -128 && activation.max <= 127 && activation.min <= activation.max);
    REQUIRE(offset >= -128 && offset <= 127);
    value += offset;
    return (int8_t)(value < activation.min   ? activation.min
                    : value > activation.max ? activation.max
                                             : value);
}

/* The whole buffer is the library's: what else lies there must not matter. */
static void use_buffer(const cmsis_nn_context *context, int32_t bytes)
{
    REQUIRE(context->size >= bytes && (bytes == 0 || context->buf));
    REQUIRE(((uintptr_t)context->buf & 3) == 0);
    if (bytes > 0)
        memset(context->buf, 0x5A, (size_t)bytes);
}

/* Of the convolutions and pools: the output is as big as the geometry allows, and begins inside. */
static void check_shape(const cmsis_nn_dims *in, const cmsis_nn_dims *filter, const cmsis_nn_dims *out,
                        cmsis_nn_tile stride, cmsis_nn_tile padding, cmsis_nn_tile dilation)
{
    REQUIRE(in->n == 1 && in->h > 0 && in->w > 0 && in->c > 0 && out->h > 0 && out->w > 0 && out->c > 0);
    REQUIRE(filter->h > 0 && filter->w > 0 && stride.h > 0 && stride.w > 0);
    REQUIRE(dilation.h > 0 && dilation.w > 0 && padding.h >= 0 && padding.w >= 0);
    REQUIRE((out->h - 1) * stride.h - padding.h < in->h && (out->w - 1) * stride.w - padding.w < in->w);
}

int32_t arm_convolve_wrapper_s8_get_buffer_size(const cmsis_nn_conv_params *parameters,
                                                const cmsis_nn_dims *in, const cmsis_nn_dims *filter,
                                                const cmsis_nn_dims *out)
{
    check_shape(in, filter, out, parameters->stride, parameters->padding, parameters->dilation);
    return 4 * filter->h * filter->w * in->c;
}

arm_cmsis_nn_status arm_convolve_wrapper_s8(const cmsis_nn_context *context, const cmsis_nn_conv_params *p,
                                            const cmsis_nn_per_channel_quant_params *quantisation,
                                            const cmsis_nn_dims *in, const int8_t *input,
                                            const cmsis_nn_dims *filter, const int8_t *weights,
                                            const cmsis_nn_dims *bias_dims, const int32_t *bias,
                                            const cmsis_nn_dims *out, int8_t *output)
{
    ++double_calls[DOUBLE_CONVOLVE];
    use_buffer(context, arm_convolve_wrapper_s8_get_buffer_size(p, in, filter, out));
    REQUIRE(filter->n == out->c && filter->c == in->c && bias_dims->c == out->c);
    REQUIRE(p->input_offset >= -127 && p->input_offset <= 128);
    for (int y = 0; y < out->h; ++y)
        for (int x = 0; x < out->w; ++x)
            for (int o = 0; o < out->c; ++o) {
                int64_t sum = bias[o];
                for (int ky = 0; ky < filter->h; ++ky)
                    for (int kx = 0; kx < filter->w; ++kx) {
                        const int iy = y * p->stride.h - p->padding.h + ky * p->dilation.h;
                        const int ix = x * p->stride.w - p->padding.w + kx * p->dilation.w;
                        if (iy < 0 || iy >= in->h || ix < 0 || ix >= in->w)
                            continue;
                        for (int c = 0; c < in->c; ++c)
                            sum += weights[((o * filter->h + ky) * filter->w + kx) * in->c + c] *
                                   (input[(iy * in->w + ix) * in->c + c] + p->input_offset);
                    }
                output[(y * out->w + x) * out->c + o] =
                    finish(requantize(sum, quantisation->multiplier[o], quantisation->shift[o]),
                           p->output_offset, p->activation);
            }
    return ARM_CMSIS_NN_SUCCESS;
}

int32_t arm_depthwise_conv_wrapper_s8_get_buffer_size(const cmsis_nn_dw_conv_params *parameters,
                                                      const cmsis_nn_dims *in, const cmsis_nn_dims *filter,
                                                      const cmsis_nn_dims *out)
{
    check_shape(in, filter, out, parameters->stride, parameters->padding, parameters->dilation);
    return 2 * filter->h * filter->w * in->c;
}

arm_cmsis_nn_status arm_depthwise_conv_wrapper_s8(const cmsis_nn_context *context,
                                                  const cmsis_nn_dw_conv_params *p,
                                                  const cmsis_nn_per_channel_quant_params *quantisation,
                                                  const cmsis_nn_dims *in, const int8_t *input,
                                                  const cmsis_nn_dims *filter, const int8_t *weights,
                                                  const cmsis_nn_dims *bias_dims, const int32_t *bias,
                                                  const cmsis_nn_dims *out, int8_t *output)
{
    ++double_calls[DOUBLE_DEPTHWISE];
    use_buffer(context, arm_depthwise_conv_wrapper_s8_get_buffer_size(p, in, filter, out));
    REQUIRE(filter->n == 1 && filter->c == out->c && bias_dims->c == out->c && p->ch_mult * in->c == out->c);
    REQUIRE(p->input_offset >= -127 && p->input_offset <= 128);
    for (int y = 0; y < out->h; ++y)
        for (int x = 0; x < out->w; ++x)
            for (int o = 0; o < out->c; ++o) {
                int64_t sum = bias[o];
                for (int ky = 0; ky < filter->h; ++ky)
                    for (int kx = 0; kx < filter->w; ++kx) {
                        const int iy = y * p->stride.h - p->padding.h + ky * p->dilation.h;
                        const int ix = x * p->stride.w - p->padding.w + kx * p->dilation.w;
                        if (iy >= 0 && iy < in->h && ix >= 0 && ix < in->w)
                            sum += weights[(ky * filter->w + kx) * out->c + o] *
                                   (input[(iy * in->w + ix) * in->c + o / p->ch_mult] + p->input_offset);
                    }
                output[(y * out->w + x) * out->c + o] =
                    finish(requantize(sum, quantisation->multiplier[o], quantisation->shift[o]),
                           p->output_offset, p->activation);
            }
    return ARM_CMSIS_NN_SUCCESS;
}

/* As with Helium: the buffer holds bias + offset * (sum of weights), and the bias itself is not read. */
int32_t arm_fully_connected_s8_get_buffer_size(const cmsis_nn_dims *filter)
{
    return filter->c * 4;
}

arm_cmsis_nn_status arm_vector_sum_s8(int32_t *sums, int32_t columns, int32_t rows, const int8_t *data,
                                      int32_t lhs_offset, int32_t rhs_offset, const int32_t *bias)
{
    REQUIRE(rhs_offset == 0);
    for (int row = 0; row < rows; ++row) {
        sums[row] = bias[row];
        for (int i = 0; i < columns; ++i)
            sums[row] += data[row * columns + i] * lhs_offset;
    }
    return ARM_CMSIS_NN_SUCCESS;
}

static int32_t dense(const cmsis_nn_context *context, const cmsis_nn_fc_params *p, const cmsis_nn_dims *in,
                     const int8_t *input, const cmsis_nn_dims *filter, const int8_t *weights, int o)
{
    REQUIRE(in->n == 1 && in->h * in->w * in->c == filter->n && p->filter_offset == 0 &&
            p->input_offset == 0);
    REQUIRE(context->buf && context->size >= filter->c * 4);
    int32_t sum = ((const int32_t *)context->buf)[o];
    for (int i = 0; i < filter->n; ++i)
        sum += weights[o * filter->n + i] * input[i];
    return sum;
}

arm_cmsis_nn_status arm_fully_connected_s8(const cmsis_nn_context *context, const cmsis_nn_fc_params *p,
                                           const cmsis_nn_per_tensor_quant_params *quantisation,
                                           const cmsis_nn_dims *in, const int8_t *input,
                                           const cmsis_nn_dims *filter, const int8_t *weights,
                                           const cmsis_nn_dims *bias_dims, const int32_t *bias,
                                           const cmsis_nn_dims *out, int8_t *output)
{
    ++double_calls[DOUBLE_FULLY_CONNECTED];
    REQUIRE(bias && bias_dims->c == out->c && filter->c == out->c);
    for (int o = 0; o < out->c; ++o)
        output[o] = finish(requantize(dense(context, p, in, input, filter, weights, o),
                                      quantisation->multiplier, quantisation->shift),
                           p->output_offset, p->activation);
    return ARM_CMSIS_NN_SUCCESS;
}

arm_cmsis_nn_status arm_fully_connected_per_channel_s8(const cmsis_nn_context *context,
                                                       const cmsis_nn_fc_params *p,
                                                       const cmsis_nn_per_channel_quant_params *quantisation,
                                                       const cmsis_nn_dims *in, const int8_t *input,
                                                       const cmsis_nn_dims *filter, const int8_t *weights,
                                                       const cmsis_nn_dims *bias_dims, const int32_t *bias,
                                                       const cmsis_nn_dims *out, int8_t *output)
{
    ++double_calls[DOUBLE_FULLY_CONNECTED_PER_CHANNEL];
    REQUIRE(bias && bias_dims->c == out->c && filter->c == out->c);
    for (int o = 0; o < out->c; ++o)
        output[o] = finish(requantize(dense(context, p, in, input, filter, weights, o),
                                      quantisation->multiplier[o], quantisation->shift[o]),
                           p->output_offset, p->activation);
    return ARM_CMSIS_NN_SUCCESS;
}

typedef struct pooled {
    int32_t maximum, sum, count;
} pooled;

static pooled look(const cmsis_nn_pool_params *p, const cmsis_nn_dims *in, const int8_t *input,
                   const cmsis_nn_dims *filter, int y, int x, int c)
{
    pooled result = {-128, 0, 0};
    for (int ky = 0; ky < filter->h; ++ky)
        for (int kx = 0; kx < filter->w; ++kx) {
            const int iy = y * p->stride.h - p->padding.h + ky, ix = x * p->stride.w - p->padding.w + kx;
            if (iy < 0 || iy >= in->h || ix < 0 || ix >= in->w)
                continue;
            const int32_t value = input[(iy * in->w + ix) * in->c + c];
            result.maximum = value > result.maximum ? value : result.maximum;
            result.sum += value;
            ++result.count;
        }
    return result;
}

static void check_pool(const cmsis_nn_pool_params *p, const cmsis_nn_dims *in, const cmsis_nn_dims *filter,
                       const cmsis_nn_dims *out)
{
    check_shape(in, filter, out, p->stride, p->padding, (cmsis_nn_tile){1, 1});
    REQUIRE(in->c == out->c);
}

arm_cmsis_nn_status arm_max_pool_s8(const cmsis_nn_context *context, const cmsis_nn_pool_params *p,
                                    const cmsis_nn_dims *in, const int8_t *input, const cmsis_nn_dims *filter,
                                    const cmsis_nn_dims *out, int8_t *output)
{
    ++double_calls[DOUBLE_MAX_POOL];
    (void)context;
    check_pool(p, in, filter, out);
    for (int y = 0; y < out->h; ++y)
        for (int x = 0; x < out->w; ++x)
            for (int c = 0; c < out->c; ++c)
                *output++ = finish(look(p, in, input, filter, y, x, c).maximum, 0, p->activation);
    return ARM_CMSIS_NN_SUCCESS;
}

int32_t arm_avgpool_s8_get_buffer_size(int output_width, int channels)
{
    REQUIRE(output_width > 0);
    return channels * 4;
}

arm_cmsis_nn_status arm_avgpool_s8(const cmsis_nn_context *context, const cmsis_nn_pool_params *p,
                                   const cmsis_nn_dims *in, const int8_t *input, const cmsis_nn_dims *filter,
                                   const cmsis_nn_dims *out, int8_t *output)
{
    ++double_calls[DOUBLE_AVERAGE_POOL];
    use_buffer(context, arm_avgpool_s8_get_buffer_size(out->w, in->c));
    check_pool(p, in, filter, out);
    for (int y = 0; y < out->h; ++y)
        for (int x = 0; x < out->w; ++x)
            for (int c = 0; c < out->c; ++c) {
                const pooled values = look(p, in, input, filter, y, x, c);
                /* round() takes halves away from zero, as the library does. */
                *output++ = finish((int32_t)round((double)values.sum / values.count), 0, p->activation);
            }
    return ARM_CMSIS_NN_SUCCESS;
}

arm_cmsis_nn_status arm_elementwise_add_s8(const int8_t *input_1, const int8_t *input_2,
                                           int32_t input_1_offset, int32_t input_1_mult,
                                           int32_t input_1_shift, int32_t input_2_offset,
                                           int32_t input_2_mult, int32_t input_2_shift, int32_t left_shift,
                                           int8_t *output, int32_t out_offset, int32_t out_mult,
                                           int32_t out_shift, int32_t out_activation_min,
                                           int32_t out_activation_max, int32_t block_size)
{
    ++double_calls[DOUBLE_ADD];
    REQUIRE(left_shift >= 0 && left_shift <= 22);
    for (int i = 0; i < block_size; ++i) {
        const int64_t first = requantize((int64_t)(input_1[i] + input_1_offset) * (1 << left_shift),
                                         input_1_mult, input_1_shift);
        const int64_t second = requantize((int64_t)(input_2[i] + input_2_offset) * (1 << left_shift),
                                          input_2_mult, input_2_shift);
        REQUIRE(first + second == (int32_t)(first + second));
        output[i] = finish(requantize(first + second, out_mult, out_shift), out_offset,
                           (cmsis_nn_activation){out_activation_min, out_activation_max});
    }
    return ARM_CMSIS_NN_SUCCESS;
}

void arm_softmax_s8(const int8_t *input, int32_t num_rows, int32_t row_size, int32_t mult, int32_t shift,
                    int32_t diff_min, int8_t *output)
{
    ++double_calls[DOUBLE_SOFTMAX];
    REQUIRE(mult >= 1 << 30 && shift >= 0 && shift <= 31 && diff_min <= 0 && num_rows > 0 && row_size > 0);
    const double scale = ldexp((double)mult, shift - 31 - 26);
    for (int row = 0; row < num_rows; ++row, input += row_size, output += row_size) {
        int maximum = -128;
        double sum = 0.0;
        for (int i = 0; i < row_size; ++i)
            maximum = input[i] > maximum ? input[i] : maximum;
        for (int i = 0; i < row_size; ++i)
            sum += input[i] - maximum >= diff_min ? exp((input[i] - maximum) * scale) : 0.0;
        for (int i = 0; i < row_size; ++i) {
            const double share =
                input[i] - maximum >= diff_min ? exp((input[i] - maximum) * scale) / sum : 0.0;
            output[i] = finish((int32_t)nearbyint(share * 256.0), -128, (cmsis_nn_activation){-128, 127});
        }
    }
}
