/*
 * Convolution, pointwise and dense: what lies under the kernel is brought into one piece, a patch, as long as
 * the weights of a channel, and every output channel is one sum of products over it.
 */
#include <string.h>

#include "../../nn/small_shapes.h"
#include "sums.h"
#include "taps.h"

/* Both lie in the scratch behind the taps. */
typedef struct patches {
    uint32_t weights; /* of a channel */
    uint32_t words;   /* of 4 values that they take */
    int16_t *pairs;   /* [words][EARSHOT_POSITIONS][4] */
    int8_t *bytes;    /* [words][4] of one position, where taps are no whole words */
} patches;

static int lay_out(patches *patches, const earshot_taps *taps, const earshot_work *work)
{
    const uint32_t bytes = earshot_patch_bytes(work->layer, work->in[0]);
    patches->weights = taps->count * work->in[0]->channels;
    patches->words = earshot_patch_words(work->layer, work->in[0]);
    if (taps->rest_bytes < bytes)
        return 0;
    patches->pairs = (int16_t *)(void *)taps->rest;
    patches->bytes = (int8_t *)taps->rest + patches->words * EARSHOT_POSITIONS * 8;
    /* What a channel has no weight for, and the next channel's weights meet, counts for nothing. */
    memset(taps->rest, 0, bytes);
    return 1;
}

/* Makes place `place` the patch of an output position, and returns where the output goes. */
static int8_t *gather(const patches *patches, const earshot_taps *taps, const earshot_work *work,
                      int32_t position, uint32_t place)
{
    const uint32_t channels = work->in[0]->channels;
    const int32_t column = position / work->out->frequency;
    const int32_t frequency = position % work->out->frequency;
    int16_t *pairs = patches->pairs + 4 * place;
    earshot_taps_find(taps, work, column, frequency);
    if (channels % 4 == 0) {
        for (uint32_t tap = 0; tap < taps->count; ++tap)
            pairs = earshot_widen_patch(pairs, taps->input[tap], channels / 4);
    } else {
        int8_t *bytes = patches->bytes;
        for (uint32_t tap = 0; tap < taps->count; ++tap) {
            const int8_t *values = taps->input[tap];
            for (const int8_t *end = values + channels; values < end;)
                *bytes++ = *values++;
        }
        earshot_widen_patch(pairs, patches->bytes, patches->words);
    }
    return earshot_column(&work->output, column) + (uint32_t)frequency * work->out->channels;
}

/* `pairs` pairs of channels from `first` on, `row` weights apart. */
static void sum_pairs(const earshot_sums *layer, uint32_t first, uint32_t pairs, uint32_t row)
{
    earshot_sums sums = *layer;
    sums.bias += first;
    sums.multipliers += first;
    sums.weights += first * row;
    sums.row = row;
    sums.output += first;
    sums.count = pairs;
    if (pairs > 0)
        earshot_sum_patches(&sums);
}

int earshot_small_convolution(const earshot_work *work)
{
    const uint32_t channels = work->out->channels;
    const int32_t positions = work->output.count * work->out->frequency;
    earshot_sums sums = earshot_sums_of(work);
    earshot_taps taps;
    patches patches;
    if (channels < 2 || !earshot_taps_begin(&taps, work) || !lay_out(&patches, &taps, work))
        return 0;
    sums.input = patches.pairs;
    sums.end = patches.pairs + 4 * EARSHOT_POSITIONS * patches.words;
    for (int32_t position = 0; position < positions; position += 2) {
        /* An odd position or channel at the end is computed twice. */
        const int32_t other = position + 1 < positions ? position + 1 : position;
        sums.output = gather(&patches, &taps, work, position, 0);
        sums.second = (int32_t)(gather(&patches, &taps, work, other, 1) - sums.output);
        sum_pairs(&sums, 0, channels / 2, patches.weights);
        sum_pairs(&sums, channels - 2, channels % 2, patches.weights);
    }
    return 1;
}
