#include "dense.h"
#include "pairs.h"
#include "requantise.h"

/* `rows` output channels of `count` weights each. */
static void multiply(int8_t *output, const int8_t *values, const int8_t *weights, const int32_t *bias,
                     const int32_t *multipliers, uint32_t count, uint32_t rows, earshot_requantisation by)
{
    const int8_t *end = values + (count & ~3u);
    for (; rows >= 4; rows -= 4) {
        int32_t sum0 = bias[0], sum1 = bias[1], sum2 = bias[2], sum3 = bias[3];
        const int8_t *row0 = weights, *row1 = row0 + count, *row2 = row1 + count, *row3 = row2 + count;
        const int8_t *x;
        for (x = values; x != end; x += 4) {
            uint32_t four = load_word(x);
            uint32_t even = even_bytes(four), odd = odd_bytes(four);
            uint32_t four0 = load_word(row0), four1 = load_word(row1);
            row0 += 4;
            row1 += 4;
            sum0 = add_products(sum0, even, even_bytes(four0));
            sum1 = add_products(sum1, even, even_bytes(four1));
            sum0 = add_products(sum0, odd, odd_bytes(four0));
            sum1 = add_products(sum1, odd, odd_bytes(four1));
            uint32_t four2 = load_word(row2), four3 = load_word(row3);
            row2 += 4;
            row3 += 4;
            sum2 = add_products(sum2, even, even_bytes(four2));
            sum3 = add_products(sum3, even, even_bytes(four3));
            sum2 = add_products(sum2, odd, odd_bytes(four2));
            sum3 = add_products(sum3, odd, odd_bytes(four3));
        }
        for (; x != values + count; x++) {
            sum0 += *x * *row0++;
            sum1 += *x * *row1++;
            sum2 += *x * *row2++;
            sum3 += *x * *row3++;
        }
        output[0] = requantise(sum0, multipliers[0], by);
        output[1] = requantise(sum1, multipliers[1], by);
        output[2] = requantise(sum2, multipliers[2], by);
        output[3] = requantise(sum3, multipliers[3], by);
        output += 4;
        bias += 4;
        multipliers += 4;
        weights = row3;
    }
    for (; rows > 0; rows--) {
        int32_t sum = *bias++;
        const int8_t *x;
        for (x = values; x != end; x += 4) {
            uint32_t four = load_word(x), weight = load_word(weights);
            weights += 4;
            sum = add_products(sum, even_bytes(four), even_bytes(weight));
            sum = add_products(sum, odd_bytes(four), odd_bytes(weight));
        }
        for (; x != values + count; x++)
            sum += *x * *weights++;
        *output++ = requantise(sum, *multipliers++, by);
    }
}

/* The kernel's input in one piece: where it lies, or a copy in the scratch when the ring begins anew inside
 * it. */
static const int8_t *gather(const earshot_work *work, int32_t column)
{
    const uint32_t rows = work->layer->kernel_time, bytes = work->input[0].column_bytes;
    if (columns_in_a_row(&work->input[0], work->first[0] + column, rows) == rows)
        return input_column(work, column);
    if (work->scratch_bytes < rows * bytes)
        return NULL;
    for (uint32_t row = 0; row < rows; row++)
        memcpy(work->scratch + row * bytes, input_column(work, column + (int32_t)row), bytes);
    return (const int8_t *)work->scratch;
}

bool earshot_convolve_once(const earshot_work *work)
{
    const earshot_pack_layer *layer = work->layer;
    const uint32_t rows = layer->kernel_time;
    if (work->output.count > 2 || work->out->frequency != 1 ||
        layer->kernel_frequency != work->in[0]->frequency || layer->pad_frequency_begin != 0 ||
        layer->dilation_time != 1 || layer->dilation_frequency != 1 || layer->shift > EARSHOT_LARGEST_SHIFT)
        return false;
    for (int32_t o = 0; o < work->output.count; o++) {
        int32_t column = o * layer->stride_time;
        if (!input_column(work, column) || !input_column(work, column + (int32_t)rows - 1))
            return false;
        const int8_t *values = gather(work, column);
        if (!values)
            return false;
        multiply(earshot_column(&work->output, o), values, work_weights(work), work_bias(work),
                 work_multipliers(work), rows * work->input[0].column_bytes, work->out->channels,
                 requantisation_of(layer->shift, work->out->zero_point));
    }
    return true;
}
