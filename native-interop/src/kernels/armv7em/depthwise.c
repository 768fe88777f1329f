#include "depthwise.h"
#include "pairs.h"
#include "requantise.h"
#include "walk.h"

/*
 * Taps in pairs along frequency. The input of 4 channels is first unzipped to [strip][row][word][4]: a word
 * holds two neighbouring values of one channel's padded row, and a strip holds the words under a few outputs.
 * Then every channel walks down its strips.
 */
#define PLANES EARSHOT_WALK_PLANES
#define MOST_OUTPUTS 4u

typedef struct depthwise {
    const earshot_work *work;
    const earshot_walk_shape *shape;
    uint32_t strips;
    uint32_t strip_words; /* words of a channel's row under one strip */
    uint32_t *weights;    /* of 4 channels, and behind them their input */
    earshot_walk_function *walk;
    earshot_requantisation requantisation;
} depthwise;

static inline uint32_t words_under(uint32_t outputs, uint32_t kernel, uint32_t stride)
{
    return ((outputs - 1) * stride + kernel + 1) / 2;
}

static uint32_t first_output(const depthwise *depthwise, uint32_t strip)
{
    uint32_t first = strip * depthwise->shape->outputs;
    uint32_t last = depthwise->work->out->frequency - depthwise->shape->outputs;
    return first < last ? first : last;
}

/* 4 channels of two neighbouring positions become one word each. */
static inline uint32_t *store_pairs(uint32_t *words, uint32_t first, uint32_t second)
{
    uint32_t low = low_halves(first, second), high = high_halves(first, second);
    register uint32_t pair0 __asm__("r2") = even_bytes(low);
    register uint32_t pair1 __asm__("r3") = odd_bytes(low);
    register uint32_t pair2 __asm__("r4") = even_bytes(high);
    register uint32_t pair3 __asm__("r5") = odd_bytes(high);
    __asm__ volatile("stmia %0!, {r2, r3, r4, r5}"
                     : "+l"(words)
                     : "r"(pair0), "r"(pair1), "r"(pair2), "r"(pair3)
                     : "memory");
    return words;
}

/* A strip's words that hold values, and where the values are; what is before and behind is padding. */
typedef struct inside {
    uint32_t first_word;
    uint32_t offset; /* of the first value in its row, in bytes */
    earshot_unzip_plan plan;
} inside;

/* Returns false when a strip has nothing but padding. */
static bool find_inside(const depthwise *depthwise, uint32_t strip, inside *inside)
{
    const earshot_work *work = depthwise->work;
    const uint32_t channels = work->in[0]->channels;
    const int32_t frequency = work->in[0]->frequency;
    const int32_t begin = depthwise->shape->whole_row
                              ? 0
                              : (int32_t)(first_output(depthwise, strip) * depthwise->shape->stride) -
                                    work->layer->pad_frequency_begin;
    const int32_t end = begin + 2 * (int32_t)depthwise->strip_words;
    const int32_t first = begin < 0 ? 0 : begin, last = end < frequency ? end : frequency;
    if (first >= last)
        return false;
    const int32_t before = (first - begin) & 1, behind = (last - begin) & 1;
    inside->first_word = (uint32_t)(first - begin) / 2;
    inside->offset = (uint32_t)first * channels;
    inside->plan.channels = channels;
    inside->plan.padding = (uint8_t)work->in[0]->zero_point * 0x01010101u;
    inside->plan.whole = (uint32_t)(last - first - before - behind) / 2;
    inside->plan.halves = (uint32_t)(before + 2 * behind);
    inside->plan.words_step = (int32_t)(4 * PLANES * depthwise->strip_words) -
                              (int32_t)(4 * PLANES) * ((last - first + before + behind) / 2);
    /* The value behind is read, but not stepped over. */
    inside->plan.values_step =
        (int32_t)work->input[0].column_bytes - (last - first - behind) * (int32_t)channels;
    return true;
}

/* The strip's padding must be in place already. */
static void unzip_strip(const depthwise *depthwise, uint32_t *words, uint32_t strip, uint32_t channel,
                        int32_t first_row, uint32_t rows)
{
    const earshot_work *work = depthwise->work;
    const uint32_t row_words = PLANES * depthwise->strip_words;
    inside inside;
    if (!find_inside(depthwise, strip, &inside))
        return;
    words += PLANES * inside.first_word;
    for (uint32_t row = 0; row < rows;) {
        const int32_t index = work->first[0] + first_row + (int32_t)row;
        const int8_t *column = earshot_column(&work->input[0], index);
        uint32_t count = 1;
        if (column) {
            const uint32_t left = (uint32_t)(work->input[0].count - index);
            count = columns_in_a_row(&work->input[0], index, rows - row < left ? rows - row : left);
            if (depthwise->shape->whole_row)
                earshot_unzip_row(words + row * row_words, column + channel, work->in[0]->channels, count,
                                  work->input[0].column_bytes);
            else
                earshot_unzip(words + row * row_words, column + inside.offset + channel, &inside.plan, count);
        }
        row += count;
    }
}

/* The words (first, second) of 4 channels, one in each channel's list of `words`. */
static inline uint32_t *pair_taps(uint32_t *list, uint32_t words, uint32_t first, uint32_t second)
{
    const uint32_t low = low_halves(first, second), high = high_halves(first, second);
    list[0] = even_bytes(low);
    list[words] = odd_bytes(low);
    list[2 * words] = even_bytes(high);
    list[3 * words] = odd_bytes(high);
    return list + 1;
}

/*
 * Weights of 4 channels, [channel][row][word]. Stride 1 takes the pairs that start at even taps for even
 * outputs and those that start at odd taps for odd ones; the tap left over is the outer half of the other
 * kind's outer pair. Stride 2 takes even pairs only and the last tap alone.
 */
static void pair_weights(uint32_t *list, const int8_t *weights, uint32_t channels, uint32_t rows,
                         const earshot_walk_shape *shape)
{
    const uint32_t words = rows * earshot_row_weights(shape);
    for (; rows > 0; rows--) {
        const uint32_t tap0 = load_word(weights), tap1 = load_word(weights + channels);
        const uint32_t tap2 = load_word(weights + 2 * channels);
        weights += 3 * channels;
        list = pair_taps(list, words, tap0, tap1);
        if (shape->kernel == 3) {
            list = shape->stride == 2 ? pair_taps(list, words, tap2, 0) : pair_taps(list, words, tap1, tap2);
            continue;
        }
        const uint32_t tap3 = load_word(weights), tap4 = load_word(weights + channels);
        weights += 2 * channels;
        list = pair_taps(list, words, tap2, tap3);
        if (shape->stride == 2) {
            list = pair_taps(list, words, tap4, 0);
        } else {
            list = pair_taps(list, words, tap1, tap2);
            list = pair_taps(list, words, tap3, tap4);
        }
    }
}

/* What padding in front of a row adds to its first output, and behind it to its last: 3 × 3 kernels. */
static void add_padding(earshot_walk *walk, int32_t zero_point)
{
    const uint32_t *w = walk->weights;
    walk->bias_before = walk->bias_behind = walk->bias;
    for (uint32_t row = 0; row < 3; row++, w += 2) {
        walk->bias_before = __smlabb((int32_t)w[0], zero_point, walk->bias_before);
        walk->bias_behind = __smlatb((int32_t)w[1], zero_point, walk->bias_behind);
    }
}

/* One kernel row under the outputs of a strip. All counts are constants where this is inlined. */
__attribute__((always_inline)) static inline void add_row(int32_t *sums, const uint32_t *x,
                                                          const uint32_t *weights, const uint32_t outputs,
                                                          const uint32_t kernel, const uint32_t stride)
{
    const uint32_t half = kernel / 2;
#pragma GCC unroll 16
    for (uint32_t word = 0; word < words_under(outputs, kernel, stride); word++) {
        uint32_t pair = x[PLANES * word];
#pragma GCC unroll 16
        for (uint32_t i = 0; i < outputs; i++) {
            const int32_t tap = (int32_t)(2 * word) - (int32_t)(i * stride); /* that meets the low half */
            if (tap <= -2 || tap >= (int32_t)kernel)
                continue;
            if (tap == -1)
                sums[i] = __smlabt((int32_t)weights[0], (int32_t)pair, sums[i]);
            else if (tap + 1 < (int32_t)kernel)
                sums[i] =
                    add_products(sums[i], pair, weights[tap % 2 == 0 ? tap / 2 : (int32_t)half + tap / 2]);
            else if (stride == 2)
                sums[i] = __smlabb((int32_t)weights[half], (int32_t)pair, sums[i]);
            else
                sums[i] = __smlatb((int32_t)weights[2 * half - 1], (int32_t)pair, sums[i]);
        }
    }
}

/* What walk.S does for the usual shapes, for any number of kernel rows and any shift. */
__attribute__((always_inline)) static inline void walk_rows(const earshot_walk *walk, const uint32_t outputs,
                                                            const uint32_t kernel, const uint32_t stride)
{
    const uint32_t *x = walk->x;
    int8_t *output = walk->output;
    const earshot_requantisation requantisation = {walk->rounding, walk->shift};
    do {
        int32_t sums[MOST_OUTPUTS];
#pragma GCC unroll 16
        for (uint32_t i = 0; i < outputs; i++)
            sums[i] = walk->bias;
        for (const uint32_t *weights = walk->weights; weights != walk->weights_end;
             weights += stride == 2 ? kernel / 2 + 1 : kernel - 1) {
            add_row(sums, x, weights, outputs, kernel, stride);
            x += PLANES * words_under(outputs, kernel, stride);
        }
#pragma GCC unroll 16
        for (uint32_t i = 0; i < outputs; i++)
            output[i * walk->channels] = requantise(sums[i], walk->multiplier, requantisation);
        x = (const uint32_t *)((const uint8_t *)x + walk->x_step);
        output += walk->column_bytes;
    } while (x != walk->x_end);
}

static void walk_3_1_1(const earshot_walk *walk)
{
    walk_rows(walk, 1, 3, 1);
}

static void walk_3_2_2(const earshot_walk *walk)
{
    walk_rows(walk, 2, 3, 2);
}

static void walk_3_2_1(const earshot_walk *walk)
{
    walk_rows(walk, 1, 3, 2);
}

static void walk_5_1_4(const earshot_walk *walk)
{
    walk_rows(walk, 4, 5, 1);
}

static void walk_5_1_1(const earshot_walk *walk)
{
    walk_rows(walk, 1, 5, 1);
}

static void walk_5_2_1(const earshot_walk *walk)
{
    walk_rows(walk, 1, 5, 2);
}

/* In the order of earshot_walk_shapes. */
static earshot_walk_function *const walks[EARSHOT_WALK_SHAPES] = {
    earshot_walk_3_1_row, earshot_walk_3_1_4, earshot_walk_3_1_2, earshot_walk_5_2_8,
    earshot_walk_5_2_4,   earshot_walk_5_2_2, walk_3_1_1,         walk_3_2_2,
    walk_3_2_1,           walk_5_1_4,         walk_5_1_1,         walk_5_2_1,
};

static void convolve_rows(const depthwise *depthwise, int8_t *output, int32_t first_row, uint32_t count)
{
    const earshot_work *work = depthwise->work;
    const earshot_pack_layer *layer = work->layer;
    const earshot_walk_shape *shape = depthwise->shape;
    const uint32_t channels = work->out->channels;
    const uint32_t rows = (count - 1) * layer->stride_time + layer->kernel_time;
    const uint32_t row_words = PLANES * depthwise->strip_words;
    const uint32_t channel_weights = layer->kernel_time * earshot_row_weights(shape);
    const uint32_t padding = (uint8_t)work->in[0]->zero_point * 0x01010101u;
    const uint32_t skipped = shape->whole_row ? 0 : shape->outputs > 5 ? 6 : shape->outputs > 2 ? 2 : 0;
    uint32_t *const planes = depthwise->weights + PLANES * channel_weights;
    earshot_walk walk = {
        .rounding = depthwise->requantisation.rounding,
        .shift = depthwise->requantisation.shift,
        .channels = channels,
        .column_bytes = work->output.column_bytes,
        .output_step = (int32_t)(work->output.column_bytes - skipped * channels),
    };
    /* The 3 × 3 walks do not move within a kernel. */
    const int32_t moved = shape->kernel_rows ? 0 : layer->kernel_time;
    walk.x_step = (layer->stride_time - moved) * (int32_t)(4 * row_words);
    uint32_t *words = planes;
    for (uint32_t i = depthwise->strips * rows * depthwise->strip_words; i > 0; i--)
        words = store_pairs(words, padding, padding);
    for (uint32_t channel = 0; channel < channels; channel++) {
        const uint32_t plane = channel % PLANES;
        if (plane == 0) {
            for (uint32_t strip = 0; strip < depthwise->strips; strip++)
                unzip_strip(depthwise, planes + strip * rows * row_words, strip, channel, first_row, rows);
            pair_weights(depthwise->weights, work_weights(work) + channel, channels, layer->kernel_time,
                         shape);
            walk.weights_end = depthwise->weights;
        }
        walk.weights = walk.weights_end;
        walk.weights_end = walk.weights + channel_weights;
        walk.bias = work_bias(work)[channel];
        walk.multiplier = work_multipliers(work)[channel];
        if (shape->whole_row)
            add_padding(&walk, work->in[0]->zero_point);
        for (uint32_t strip = 0; strip < depthwise->strips; strip++) {
            walk.x = planes + strip * rows * row_words + plane;
            walk.x_end = walk.x + count * layer->stride_time * row_words;
            walk.output = output + first_output(depthwise, strip) * channels + channel;
            depthwise->walk(&walk);
        }
    }
}

bool earshot_convolve_depthwise(const earshot_work *work)
{
    const earshot_pack_layer *layer = work->layer;
    const earshot_pack_tensor *in = work->in[0], *out = work->out;
    if (layer->shift > EARSHOT_LARGEST_SHIFT || layer->dilation_time != 1 || layer->dilation_frequency != 1)
        return false;
    const int32_t choice = earshot_choose_walk(layer, in, out);
    if (choice < 0)
        return false;
    const earshot_walk_shape *shape = &earshot_walk_shapes[choice];
    depthwise depthwise = {
        .work = work,
        .shape = shape,
        .strips = earshot_strips(shape, out->frequency),
        .strip_words = earshot_strip_words(shape),
        .weights = (uint32_t *)(void *)work->scratch,
        .walk = walks[choice],
        .requantisation = requantisation_of(layer->shift, out->zero_point),
    };
    const uint32_t weight_bytes = 4 * PLANES * layer->kernel_time * earshot_row_weights(shape);
    const uint32_t row_bytes = 4 * PLANES * depthwise.strips * depthwise.strip_words;
    if (work->scratch_bytes < weight_bytes + row_bytes * layer->kernel_time)
        return false;
    uint32_t largest =
        ((work->scratch_bytes - weight_bytes) / row_bytes - layer->kernel_time) / layer->stride_time + 1;
    uint32_t left = (uint32_t)work->output.count;
    /* In place four channels are unzipped at every position, then written where they lay. */
    if (work->input[0].ring == work->output.ring &&
        (largest < left || work->input[0].column_bytes != work->output.column_bytes))
        return false;
    for (int32_t column = 0; left > 0;) {
        uint32_t count = columns_in_a_row(&work->output, column, left < largest ? left : largest);
        convolve_rows(&depthwise, earshot_column(&work->output, column), column * layer->stride_time, count);
        column += (int32_t)count;
        left -= count;
    }
    return true;
}
