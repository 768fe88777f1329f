#include "convolution.h"
#include "pairs.h"
#include "requantise.h"
#include "tile.h"
#include "widen.h"

/*
 * With one input channel a kernel row is kernel_frequency neighbouring bytes. Every four of them make two
 * words, as in widen.h; what is left makes one word (2 values or 1) or two (3). All weights are widened at
 * once. The image goes through the scratch in strips one output wide (A and B), so that a whole kernel is one
 * run of words and the tile walks along time.
 */
typedef struct single {
    const earshot_work *work;
    uint32_t kernel_rows, kernel_columns, stride_rows, stride_columns;
    uint32_t row_words, kernel_words;
    uint32_t width;       /* of a padded row */
    uint32_t channels;    /* output */
    const int8_t *padded; /* int8 [rows][width] */
    uint32_t *weights;    /* a tile block for every 4 channels */
    uint32_t *strip;      /* [rows][row_words][2] */
    earshot_requantisation requantisation;
} single;

/* One kernel row to words that lie `spacing` apart; returns where the next belongs. */
__attribute__((always_inline)) static inline uint32_t *
widen_kernel_row(uint32_t *words, const uint32_t spacing, const int8_t *values, uint32_t count)
{
    for (; count >= 4; count -= 4, values += 4) {
        const uint32_t four = load_word(values);
        words[0] = even_bytes(four);
        words[spacing] = odd_bytes(four);
        words += 2 * spacing;
    }
    if (count == 0)
        return words;
    const uint32_t first = (uint32_t)values[0];
    if (count == 1) {
        words[0] = first & 0xFFFF;
        return words + spacing;
    }
    if (count == 2) {
        words[0] = low_halves(first, (uint32_t)values[1]);
        return words + spacing;
    }
    words[0] = low_halves(first, (uint32_t)values[2]);
    words[spacing] = (uint32_t)values[1] & 0xFFFF;
    return words + 2 * spacing;
}

/* The weights of 4 channels, whose kernel rows are no whole words. */
static void widen_by_row(const single *single, uint32_t *weights, const int8_t *values)
{
    const uint32_t run = single->kernel_columns;
    for (uint32_t lane = 0; lane < EARSHOT_BLOCK_CHANNELS; lane++) {
        uint32_t *words = weights + (lane ^ 2); /* channels 2, 3, 0, 1 */
        for (uint32_t row = single->kernel_rows; row > 0; row--, values += run)
            words = widen_kernel_row(words, EARSHOT_BLOCK_CHANNELS, values, run);
    }
}

static void widen_weights(const single *single, int32_t rounding)
{
    const earshot_work *work = single->work;
    const uint32_t kernel = single->kernel_rows * single->kernel_columns;
    uint32_t *block = single->weights;
    for (uint32_t channel = 0; channel < single->channels; channel += EARSHOT_BLOCK_CHANNELS) {
        uint32_t first = channel;
        if (first + EARSHOT_BLOCK_CHANNELS > single->channels)
            first = single->channels - EARSHOT_BLOCK_CHANNELS;
        const int8_t *values = work_weights(work) + first * kernel;
        uint32_t *weights = earshot_tile_block(block, single->kernel_words, work_bias(work) + first,
                                               work_multipliers(work) + first, rounding);
        if (single->kernel_columns % 4 == 0)
            earshot_widen_weights(weights, values, kernel);
        else
            widen_by_row(single, weights, values);
        block += EARSHOT_BLOCK_BYTES(single->kernel_words) / 4;
    }
}

static void pad_rows(const single *single, int8_t *padded, int32_t first, uint32_t rows)
{
    const earshot_pack_tensor *input = single->work->in[0];
    uint32_t left = single->work->layer->pad_frequency_begin;
    uint32_t inside = single->width - left;
    if (inside > input->frequency)
        inside = input->frequency;
    for (uint32_t i = 0; i < rows; i++, padded += single->width) {
        const int8_t *row = input_column(single->work, first + (int32_t)i);
        memset(padded, input->zero_point, single->width);
        if (row)
            memcpy(padded + left, row, inside);
    }
}

/* The strip of outputs at `column`; A and B start rows_apart rows and columns_apart outputs from another. */
static void build_strip(const single *single, uint32_t column, uint32_t rows, uint32_t rows_apart,
                        uint32_t columns_apart)
{
    const int8_t *a = single->padded + column * single->stride_columns;
    const int8_t *b = a + rows_apart * single->width + columns_apart * single->stride_columns;
    uint32_t *words = single->strip;
    const uint32_t width = single->width, taps = single->kernel_columns;
    for (; rows > 0; rows--) {
        uint32_t at = 0;
        for (; at + 4 <= taps; at += 4)
            words = store_two_fours(words, load_word(a + at), load_word(b + at));
        if (at < taps) {
            widen_kernel_row(words, 2, a + at, taps - at);
            words = widen_kernel_row(words + 1, 2, b + at, taps - at) - 1;
        }
        a += width;
        b += width;
    }
}

/* `count` output columns whose places in the ring follow each other. */
static void convolve_columns(const single *single, int8_t *output, uint32_t count)
{
    const earshot_work *work = single->work;
    uint32_t frequency = work->out->frequency;
    uint32_t row_half = (count + 1) / 2, column_half = (frequency + 1) / 2;
    bool by_rows = row_half * frequency <= count * column_half;
    if (by_rows && count % 2 == 1 && count > 1) {
        /* The odd column pairs its own outputs. */
        struct single last = *single;
        last.padded += (count - 1) * single->stride_rows * single->width;
        convolve_columns(single, output, count - 1);
        convolve_columns(&last, output + (count - 1) * work->output.column_bytes, 1);
        return;
    }
    uint32_t positions = by_rows ? row_half : count;
    uint32_t rows_apart = by_rows ? count - row_half : 0;
    uint32_t step_columns = by_rows || frequency == 1 ? 1 : 2;
    uint32_t columns_apart = step_columns - 1;
    uint32_t row_bytes = 8 * single->row_words;
    earshot_tile_plan plan = {
        .activations = single->strip,
        .run_words = single->kernel_words,
        .shift = (uint32_t)single->requantisation.shift,
        .output_b = (int32_t)(rows_apart * work->output.column_bytes + columns_apart * single->channels),
        .output_step = (int32_t)work->output.column_bytes,
        .step = (int32_t)((single->stride_rows - single->kernel_rows) * row_bytes),
        .row_end = single->strip + positions * single->stride_rows * row_bytes / 4,
        .rows = 1,
    };
    for (uint32_t at = 0; at < frequency; at += step_columns) {
        uint32_t column = at + columns_apart < frequency ? at : frequency - step_columns;
        build_strip(single, column, (positions - 1) * single->stride_rows + single->kernel_rows,
                    rows_apart * single->stride_rows, columns_apart);
        plan.block = single->weights;
        for (uint32_t first = 0; first < single->channels; first += EARSHOT_BLOCK_CHANNELS) {
            uint32_t channel = first;
            if (channel + EARSHOT_BLOCK_CHANNELS > single->channels)
                channel = single->channels - EARSHOT_BLOCK_CHANNELS;
            plan.run_end = plan.block + EARSHOT_BLOCK_WORDS_BEFORE + 4 * single->kernel_words;
            plan.output = output + column * single->channels + channel;
            earshot_tile(&plan);
            plan.block += EARSHOT_BLOCK_BYTES(single->kernel_words) / 4;
        }
    }
}

bool earshot_convolve_single(const earshot_work *work)
{
    const earshot_pack_layer *layer = work->layer;
    const earshot_pack_tensor *out = work->out;
    if (work->in[0]->channels != 1 || out->channels < EARSHOT_BLOCK_CHANNELS ||
        layer->shift > EARSHOT_LARGEST_SHIFT || layer->dilation_time != 1 || layer->dilation_frequency != 1)
        return false;
    single single = {
        .work = work,
        .kernel_rows = layer->kernel_time,
        .kernel_columns = layer->kernel_frequency,
        .stride_rows = layer->stride_time,
        .stride_columns = layer->stride_frequency,
        .row_words = earshot_row_words(layer->kernel_frequency),
        .channels = out->channels,
        .requantisation = requantisation_of(layer->shift, out->zero_point),
    };
    single.kernel_words = single.kernel_rows * single.row_words;
    single.width = earshot_padded_row(layer, out);
    uint32_t weight_bytes =
        EARSHOT_BLOCK_SLACK + earshot_blocks(single.channels) * EARSHOT_BLOCK_BYTES(single.kernel_words);
    uint32_t row_bytes = single.width + 8 * single.row_words;
    if (work->scratch_bytes < weight_bytes + row_bytes * single.kernel_rows + 4)
        return false;
    /* Output columns at a time; the strip is as long as the padded copy at most. */
    uint32_t rows = (work->scratch_bytes - weight_bytes - 4) / row_bytes;
    uint32_t largest = (rows - single.kernel_rows) / single.stride_rows + 1;
    single.weights = earshot_tile_place(work->scratch, single.kernel_words);
    single.strip = (uint32_t *)(void *)(work->scratch + weight_bytes);
    widen_weights(&single, single.requantisation.rounding);
    uint32_t left = (uint32_t)work->output.count;
    for (int32_t column = 0; left > 0;) {
        uint32_t count = columns_in_a_row(&work->output, column, left < largest ? left : largest);
        uint32_t needed = (count - 1) * single.stride_rows + single.kernel_rows;
        int8_t *padded = (int8_t *)(single.strip + 2 * single.row_words * needed);
        single.padded = padded;
        pad_rows(&single, padded, column * (int32_t)single.stride_rows, needed);
        convolve_columns(&single, earshot_column(&work->output, column), count);
        column += (int32_t)count;
        left -= count;
    }
    return true;
}
