#include "packed_shapes.h"

#include "earshot/model.h"
#include "in_place.h"
#include "small_shapes.h"

const earshot_walk_shape earshot_walk_shapes[EARSHOT_WALK_SHAPES] = {
    {3, 1, 5, 3, 0, 1}, {3, 1, 4, 3, 0, 0}, {3, 1, 2, 3, 0, 0}, {5, 2, 8, 0, 0, 0},
    {5, 2, 4, 0, 0, 0}, {5, 2, 2, 0, 0, 0}, {3, 1, 1, 0, 1, 0}, {3, 2, 2, 0, 1, 0},
    {3, 2, 1, 0, 1, 0}, {5, 1, 4, 0, 1, 0}, {5, 1, 1, 0, 1, 0}, {5, 2, 1, 0, 1, 0},
};

int32_t earshot_choose_walk(const earshot_pack_layer *layer, const earshot_pack_tensor *in,
                            const earshot_pack_tensor *out)
{
    int32_t best = -1;
    uint32_t least = UINT32_MAX;
    if (in->channels != out->channels || in->channels % EARSHOT_WALK_PLANES != 0)
        return -1;
    for (int32_t i = 0; i < EARSHOT_WALK_SHAPES; ++i) {
        const earshot_walk_shape *shape = &earshot_walk_shapes[i];
        if (shape->kernel != layer->kernel_frequency || shape->stride != layer->stride_frequency ||
            shape->outputs > out->frequency ||
            (shape->kernel_rows && shape->kernel_rows != layer->kernel_time) ||
            (!shape->any_shift && layer->shift != 33) ||
            (shape->whole_row && (out->frequency != shape->outputs || in->frequency != shape->outputs ||
                                  layer->pad_frequency_begin != 1 || layer->stride_time != 1)))
            continue;
        /* A strip costs about one output more than it has. */
        const uint32_t cost = earshot_strips(shape, out->frequency) * (shape->outputs + 1u);
        if (cost < least) {
            best = i;
            least = cost;
        }
    }
    return best;
}

/* Input columns under `columns` outputs. */
static uint32_t rows_under(const earshot_pack_layer *layer, uint32_t columns)
{
    return (columns - 1) * layer->stride_time + layer->kernel_time;
}

static uint32_t convolution_bytes(const earshot_pack_layer *layer, const earshot_pack_tensor *in,
                                  const earshot_pack_tensor *out, uint32_t columns)
{
    const uint32_t kernel_words = (uint32_t)layer->kernel_time * layer->kernel_frequency * in->channels / 2;
    const uint32_t values = (uint32_t)layer->kernel_time * in->frequency * in->channels;
    if (out->frequency == 1 && columns <= 2)
        return values; /* a dense layer gathers its input */
    if (in->channels == 1) {
        const uint32_t row_words = earshot_row_words(layer->kernel_frequency);
        return EARSHOT_BLOCK_SLACK +
               earshot_blocks(out->channels) * EARSHOT_BLOCK_BYTES(layer->kernel_time * row_words) +
               rows_under(layer, columns) * (earshot_padded_row(layer, out) + 8 * row_words) + 4;
    }
    if (in->channels % 4 != 0)
        return 0;
    const int flat = layer->kernel_time * layer->kernel_frequency == 1 &&
                     layer->stride_time * layer->stride_frequency == 1;
    uint32_t rows = 1;
    uint32_t width = ((flat ? columns * out->frequency : out->frequency) + 1u) / 2;
    if (!flat && columns > 1) {
        rows = columns / 2;
        width = out->frequency;
    }
    return EARSHOT_BLOCK_SLACK + EARSHOT_BLOCK_BYTES(kernel_words) +
           4 * in->channels * rows_under(layer, rows) *
               ((width - 1) * layer->stride_frequency + layer->kernel_frequency);
}

/* For `columns` output columns at a time, in memory of their own. */
static uint32_t layer_bytes(const earshot_model *model, const earshot_pack_layer *layer, uint32_t columns)
{
    const earshot_pack_tensor *in = &model->tensors[layer->input[0]];
    const earshot_pack_tensor *out = &model->tensors[layer->output];
    if (layer->dilation_time != 1 || layer->dilation_frequency != 1)
        return 0;
    if (layer->op >= EARSHOT_CONVOLUTION && layer->op <= EARSHOT_DENSE && layer->op != EARSHOT_DEPTHWISE)
        return convolution_bytes(layer, in, out, columns);
    if (layer->op != EARSHOT_DEPTHWISE)
        return 0;
    const int32_t walk = earshot_choose_walk(layer, in, out);
    if (walk < 0)
        return 0;
    const earshot_walk_shape *shape = &earshot_walk_shapes[walk];
    return 4 * EARSHOT_WALK_PLANES *
           (layer->kernel_time * earshot_row_weights(shape) +
            earshot_strips(shape, out->frequency) * earshot_strip_words(shape) * rows_under(layer, columns));
}

int earshot_layer_overwrites(const earshot_model *model, uint32_t layer, earshot_goal goal)
{
    const earshot_pack_layer *record = &model->layers[layer];
    const earshot_pack_tensor *in = &model->tensors[record->input[0]];
    const earshot_pack_tensor *out = &model->tensors[record->output];
    const int flat = record->op == EARSHOT_POINTWISE && record->stride_time * record->stride_frequency == 1;
    if (goal == EARSHOT_FOR_SIZE)
        return flat && out->channels >= 2;
    if (record->shift > 54 || layer_bytes(model, record, out->columns) == 0)
        return 0;
    if (record->op == EARSHOT_DEPTHWISE)
        return earshot_column_bytes(in) == earshot_column_bytes(out);
    return flat && out->channels >= EARSHOT_BLOCK_CHANNELS && in->channels % 4 == 0;
}

static uint32_t fast_bytes(const earshot_model *model, uint32_t index)
{
    const earshot_pack_layer *layer = &model->layers[index];
    const uint32_t waiting = earshot_in_place_bytes(model, layer);
    const uint32_t whole = layer_bytes(model, layer, model->tensors[layer->output].columns);
    if (waiting == 0)
        return whole;
    if (earshot_layer_overwrites(model, index, EARSHOT_FOR_SPEED))
        return whole > waiting ? whole : waiting;
    return waiting + layer_bytes(model, layer, 1);
}

size_t earshot_layer_scratch_bytes(const earshot_model *model, uint32_t layer, earshot_goal goal)
{
    const earshot_pack_layer *record = &model->layers[layer];
    if (goal == EARSHOT_FOR_SIZE)
        return earshot_in_place_bytes(model, record) + earshot_small_bytes(model, record);
    return fast_bytes(model, layer);
}

size_t earshot_fast_scratch_bytes(const earshot_model *model)
{
    size_t most = 0;
    for (uint32_t i = 0; i < model->header->layer_count; ++i) {
        const size_t bytes = earshot_layer_scratch_bytes(model, i, EARSHOT_FOR_SPEED);
        most = bytes > most ? bytes : most;
    }
    return (most + 15u) & ~(size_t)15;
}
