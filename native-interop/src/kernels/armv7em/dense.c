#include "dense.h"
#include "pairs.h"
#include "requantise.h"

/* In dense.S. */
void earshot_dense_sums(int32_t *sums, const int8_t *values, const int8_t *weights, uint32_t row,
                        uint32_t count);

/* `rows` output channels of `count` weights each. The last four overlap those before when there are some
 * left. */
static void multiply(int8_t *output, const int8_t *values, const int8_t *weights, const int32_t *bias,
                     const int32_t *multipliers, uint32_t count, uint32_t rows, earshot_requantisation by)
{
    const uint32_t fours = count & ~3u;
    for (uint32_t first = 0; first < rows; first += 4) {
        const uint32_t row = first + 4 > rows ? rows - 4 : first;
        int32_t sums[4];
        memcpy(sums, bias + row, sizeof sums);
        earshot_dense_sums(sums, values, weights + row * count, count, fours);
        for (uint32_t i = 0; i < 4; i++) {
            for (uint32_t k = fours; k < count; k++)
                sums[i] += values[k] * weights[(row + i) * count + k];
            output[row + i] = requantise(sums[i], multipliers[row + i], by);
        }
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
    if (work->output.count > 2 || work->out->channels < 4 || work->out->frequency != 1 ||
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
