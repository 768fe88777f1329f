#include "convolution.h"
#include "requantise.h"
#include "tile.h"
#include "widen.h"

/* A convolution seen as an image: rows are columns in time, or all positions of a pointwise layer are one
 * row. */
typedef struct image {
    const earshot_work *work;
    const int8_t *flat; /* pointwise: the one row, else null */
    uint32_t kernel_rows, kernel_columns, stride_rows, stride_columns;
    int32_t pad_columns;
    uint32_t width; /* of the input */
    uint32_t in_channels, out_channels;
    uint32_t output_pitch; /* bytes from one output row to the next */
    uint32_t kernel_weights;
    earshot_requantisation requantisation;
} image;

/* Output positions rows × columns from (row, column), of which B's lie (b_rows, b_columns) further. */
typedef struct region {
    uint32_t row, column, rows, columns, b_rows, b_columns;
    int8_t *output; /* of position (row, column) */
} region;

static uint32_t input_rows(const image *image, uint32_t rows)
{
    return (rows - 1) * image->stride_rows + image->kernel_rows;
}

static uint32_t input_columns(const image *image, uint32_t columns)
{
    return (columns - 1) * image->stride_columns + image->kernel_columns;
}

static uint32_t region_bytes(const image *image, uint32_t rows, uint32_t columns)
{
    return 4 * image->in_channels * input_rows(image, rows) * input_columns(image, columns);
}

/* One row of A or of B, `columns` wide from `column` on; outside the image it is padding. */
static void widen_row(const image *image, uint32_t *words, const int8_t *row, int32_t column,
                      uint32_t columns)
{
    int8_t zero = image->work->in[0]->zero_point;
    int32_t left = column < 0 ? -column : 0;
    int32_t inside = (int32_t)image->width - column;
    if (!row || left > (int32_t)columns || inside < 0) {
        earshot_widen_padding(words, zero, columns * image->in_channels);
        return;
    }
    if (inside > (int32_t)columns)
        inside = (int32_t)columns;
    uint32_t channels = image->in_channels;
    earshot_widen_padding(words, zero, (uint32_t)left * channels);
    earshot_widen_one(words + (uint32_t)left * channels, row + (uint32_t)(column + left) * channels,
                      (uint32_t)(inside - left) * channels);
    earshot_widen_padding(words + (uint32_t)inside * channels, zero, (columns - (uint32_t)inside) * channels);
}

static void widen_region(const image *image, uint32_t *words, const region *region)
{
    uint32_t columns = input_columns(image, region->columns);
    int32_t column_a = (int32_t)(region->column * image->stride_columns) - image->pad_columns;
    int32_t column_b = column_a + (int32_t)(region->b_columns * image->stride_columns);
    int32_t row_a = (int32_t)(region->row * image->stride_rows);
    int32_t row_b = row_a + (int32_t)(region->b_rows * image->stride_rows);
    uint32_t channels = image->in_channels;
    for (uint32_t n = input_rows(image, region->rows); n > 0; n--, row_a++, row_b++) {
        const int8_t *a = image->flat ? image->flat : input_column(image->work, row_a);
        const int8_t *b = image->flat ? image->flat : input_column(image->work, row_b);
        int32_t left = column_a < 0 ? -column_a : 0;
        int32_t inside = (int32_t)image->width - column_a;
        if (inside > (int32_t)columns)
            inside = (int32_t)columns;
        bool same =
            column_a == column_b || (left == 0 && column_b + (int32_t)columns <= (int32_t)image->width);
        if (a && b && same && inside >= left) {
            uint32_t *at = words;
            for (int32_t i = 0; i < left; i++, at += channels) {
                earshot_widen_padding(at, image->work->in[0]->zero_point, channels);
                earshot_widen_padding(at + 1, image->work->in[0]->zero_point, channels);
            }
            earshot_widen_two(at, a + (uint32_t)(column_a + left) * channels,
                              b + (uint32_t)(column_b + left) * channels,
                              (uint32_t)(inside - left) * channels);
            at = words + (uint32_t)inside * channels;
            uint32_t right = (columns - (uint32_t)inside) * channels;
            earshot_widen_padding(at, image->work->in[0]->zero_point, right);
            earshot_widen_padding(at + 1, image->work->in[0]->zero_point, right);
        } else {
            widen_row(image, words, a, column_a, columns);
            widen_row(image, words + 1, b, column_b, columns);
        }
        words += columns * channels;
    }
}

static void convolve_region(const image *image, const region *region)
{
    const earshot_work *work = image->work;
    uint32_t kernel_words = image->kernel_weights / 2;
    uint32_t *block = earshot_tile_place(work->scratch, kernel_words);
    uint32_t *activations = block + EARSHOT_BLOCK_WORDS(kernel_words);
    widen_region(image, activations, region);
    uint32_t channels = image->in_channels;
    uint32_t pitch = input_columns(image, region->columns) * 4 * channels;
    uint32_t run_words = image->kernel_columns * channels / 2;
    uint32_t runs = image->kernel_rows;
    uint32_t skip = pitch - 8 * run_words;
    if (runs == 1 || skip == 0) {
        run_words *= runs;
        runs = 1;
        skip = 0;
    }
    int32_t stride = (int32_t)(image->stride_columns * 4 * channels);
    int32_t row_bytes = (int32_t)region->columns * stride;
    int32_t kernel_bytes = (int32_t)(runs * 8 * run_words + (runs - 1) * skip);
    earshot_tile_plan plan = {
        .activations = activations,
        .block = block,
        .run_end = block + EARSHOT_BLOCK_WORDS_BEFORE + 4 * run_words,
        .run_words = run_words,
        .shift = (uint32_t)image->requantisation.shift,
        .output_b = (int32_t)(region->b_rows * image->output_pitch + region->b_columns * image->out_channels),
        .output_step = (int32_t)image->out_channels,
        .output_row_step = (int32_t)(image->output_pitch - region->columns * image->out_channels),
        .step = stride - kernel_bytes,
        .row_end = (const uint32_t *)((const uint8_t *)activations + row_bytes),
        .row_step = (int32_t)(image->stride_rows * pitch) - row_bytes,
        .row_bytes = row_bytes,
        .rows = region->rows,
        .block_end = block + EARSHOT_BLOCK_WORDS_BEFORE + 4 * kernel_words,
        .run_skip = (int32_t)skip,
        .run_bytes = (int32_t)(16 * run_words),
    };
    for (uint32_t first = 0; first < image->out_channels; first += EARSHOT_BLOCK_CHANNELS) {
        /* The last block overlaps the one before when the channels are not a multiple of 4. */
        uint32_t channel = first;
        if (channel + EARSHOT_BLOCK_CHANNELS > image->out_channels)
            channel = image->out_channels - EARSHOT_BLOCK_CHANNELS;
        uint32_t *weights =
            earshot_tile_block(block, kernel_words, work_bias(work) + channel,
                               work_multipliers(work) + channel, image->requantisation.rounding);
        earshot_widen_weights(weights, work_weights(work) + channel * image->kernel_weights,
                              image->kernel_weights);
        plan.output = region->output + channel;
        earshot_tile(&plan);
    }
}

/* Positions as even as possible on A and B; `rows` is 1 or even. */
static void convolve_halves(const image *image, region whole)
{
    if (whole.rows > 1) {
        whole.b_rows = whole.rows / 2;
        whole.rows = whole.b_rows;
    } else {
        uint32_t half = (whole.columns + 1) / 2;
        whole.b_columns = whole.columns - half;
        whole.columns = half;
    }
    convolve_region(image, &whole);
}

/* Scratch for one position. */
static uint32_t least_bytes(const image *image)
{
    return EARSHOT_BLOCK_SLACK + EARSHOT_BLOCK_BYTES(image->kernel_weights / 2) + region_bytes(image, 1, 1);
}

/* Strips of rows, or of columns where not even one row fits. */
static void convolve_image(const image *image, int8_t *output, uint32_t first_row, uint32_t rows,
                           uint32_t columns)
{
    const earshot_work *work = image->work;
    uint32_t room = work->scratch_bytes - (least_bytes(image) - region_bytes(image, 1, 1));
    uint32_t width = columns;
    while (region_bytes(image, 1, (width + 1) / 2) > room)
        width = (width + 1) / 2;
    for (uint32_t row = 0; row < rows;) {
        uint32_t strip = (rows - row) & ~1u;
        while (strip > 1 && region_bytes(image, strip / 2, columns) > room)
            strip -= 2;
        if (strip < 2)
            strip = 1;
        uint32_t part = strip > 1 ? columns : width;
        for (uint32_t column = 0; column < columns; column += part) {
            uint32_t rest = columns - column;
            region whole = {
                .row = first_row + row,
                .column = column,
                .rows = strip,
                .columns = rest < part ? rest : part,
                .output = output + row * image->output_pitch + column * image->out_channels,
            };
            convolve_halves(image, whole);
        }
        row += strip;
    }
}

static bool is_flat(const earshot_work *work)
{
    const earshot_pack_layer *layer = work->layer;
    return layer->kernel_time * layer->kernel_frequency == 1 &&
           layer->stride_time * layer->stride_frequency == 1;
}

/* False when the layer is not for the tile, or the scratch too
 * small. */
static bool begin(image *image, const earshot_work *work)
{
    const earshot_pack_layer *layer = work->layer;
    const earshot_pack_tensor *in = work->in[0], *out = work->out;
    *image = (struct image){
        .work = work,
        .kernel_rows = layer->kernel_time,
        .kernel_columns = layer->kernel_frequency,
        .stride_rows = layer->stride_time,
        .stride_columns = layer->stride_frequency,
        .pad_columns = layer->pad_frequency_begin,
        .width = in->frequency,
        .in_channels = in->channels,
        .out_channels = out->channels,
        .output_pitch = earshot_column_bytes(out),
        .kernel_weights = (uint32_t)layer->kernel_time * layer->kernel_frequency * in->channels,
        .requantisation = requantisation_of(layer->shift, out->zero_point),
    };
    return in->channels % 4 == 0 && out->channels >= EARSHOT_BLOCK_CHANNELS &&
           layer->shift <= EARSHOT_LARGEST_SHIFT && layer->dilation_time == 1 &&
           layer->dilation_frequency == 1 && work->scratch_bytes >= least_bytes(image);
}

bool earshot_convolve_channels(const earshot_work *work)
{
    const earshot_pack_tensor *in = work->in[0], *out = work->out;
    image image;
    if (!begin(&image, work))
        return false;
    /*
     * In place: a strip's input is widened before its output is written, and that ends before the next
     * strip's input begins.
     */
    const bool flat = is_flat(work);
    if (work->input[0].ring == work->output.ring && !flat)
        return false;
    uint32_t left = (uint32_t)work->output.count;
    for (int32_t column = 0; left > 0;) {
        uint32_t count = columns_in_a_row(&work->output, column, left);
        int8_t *output = earshot_column(&work->output, column);
        if (flat) {
            count = columns_in_a_row(&work->input[0], work->first[0] + column, count);
            image.flat = input_column(work, column);
            image.width = count * in->frequency;
            convolve_image(&image, output, 0, 1, image.width);
        } else {
            convolve_image(&image, output, (uint32_t)column, count, out->frequency);
        }
        column += (int32_t)count;
        left -= count;
    }
    return true;
}
