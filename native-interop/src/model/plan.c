/*
 * The arena plan: every ring holds what its readers still need at every step, and no two live buffers
 * overlap. The counts follow from each tensor's delay and stride alone, so the check needs no memory.
 */
#include "../nn/in_place.h"
#include "../platform.h"
#include "check.h"

/* Columns that a tensor has received after `fed` feature columns. */
static int32_t columns_after(const earshot_model *model, const earshot_pack_tensor *tensor, int32_t fed)
{
    const int window = model->header->mode == EARSHOT_MODE_WINDOW;
    if (window && fed >= (int32_t)model->header->window_columns)
        return tensor->total;
    if (fed == 0 || fed < tensor->delay)
        return 0;
    return (fed - tensor->delay) / tensor->stride + 1;
}

/* Does the ring of input `i` hold what the layer needs at every step? */
static int ring_suffices(const earshot_model *model, const earshot_pack_layer *layer, uint32_t i)
{
    const earshot_pack_header *header = model->header;
    const earshot_pack_tensor *input = &model->tensors[layer->input[i]];
    const earshot_pack_tensor *output = &model->tensors[layer->output];
    const int32_t block = header->block_columns;
    const int window = header->mode == EARSHOT_MODE_WINDOW;
    /* In a stream the counts repeat after stride steps of a block; before that, the start is special. */
    const int32_t end = window ? header->window_columns
                               : (output->delay > 0 ? output->delay : 0) + block * (output->stride + 1);
    for (int32_t before = 0; before < end; before += block) {
        int32_t now = before + block;
        if (window && now > end)
            now = end;
        const int32_t arrived = columns_after(model, input, now);
        const int32_t consumed = columns_after(model, output, before) * layer->stride_time;
        const int32_t ahead = arrived + layer->pad_time_begin - layer->crop[i] - consumed;
        if ((ahead < arrived ? ahead : arrived) > input->columns)
            return 0;
    }
    return 1;
}

/* Can the ring take what its layer writes in one step? */
static int ring_takes(const earshot_model *model, const earshot_pack_tensor *tensor)
{
    const earshot_pack_header *header = model->header;
    const int32_t block = header->block_columns;
    if (header->mode == EARSHOT_MODE_STREAM)
        return (block - 1) / tensor->stride + 1 <= tensor->columns;
    const int32_t window = header->window_columns;
    for (int32_t before = 0; before < window; before += block) {
        if (columns_after(model, tensor, before + block) - columns_after(model, tensor, before) >
            tensor->columns)
            return 0;
    }
    return 1;
}

typedef struct extent {
    uint32_t begin;
    uint32_t end;
} extent;

static extent tensor_extent(const earshot_pack_tensor *tensor)
{
    const extent bytes = {tensor->offset, tensor->offset + tensor->columns * earshot_column_bytes(tensor)};
    return bytes;
}

static int overlap(extent a, extent b)
{
    return a.begin < a.end && b.begin < b.end && a.begin < b.end && b.begin < a.end;
}

/* A tensor whose bytes may serve another one while no layer needs it. */
static int is_transient(const earshot_model *model, uint32_t index)
{
    const earshot_pack_header *header = model->header;
    return header->mode == EARSHOT_MODE_WINDOW && header->block_columns == header->window_columns &&
           index != 0 && index != header->logits_tensor && index != header->scores_tensor;
}

/* The layer that writes a tensor, and the last one that reads it (itself when none does). */
static extent lifetime(const earshot_model *model, uint32_t tensor)
{
    extent layers = {0, 0};
    for (uint32_t i = 0; i < model->header->layer_count; ++i) {
        const earshot_pack_layer *layer = &model->layers[i];
        if (layer->output == tensor)
            layers.begin = layers.end = i;
        if (layer->input[0] == tensor || layer->input[1] == tensor)
            layers.end = i;
    }
    return layers;
}

/*
 * May the layer that reads `input` last write `output` over it? Columns are written in order, each when no
 * later one reads what it covers: that takes an output column no larger than an input column, and scratch for
 * those that wait.
 */
static int may_overwrite(const earshot_model *model, uint32_t input, uint32_t output, uint32_t index)
{
    const earshot_pack_layer *layer = &model->layers[index];
    return layer->output == output && model->tensors[input].offset == model->tensors[output].offset &&
           earshot_column_bytes(&model->tensors[output]) <= earshot_column_bytes(&model->tensors[input]) &&
           earshot_in_place_bytes(model, layer) + earshot_kernel_scratch(model, layer) <=
               model->header->layer_scratch_bytes;
}

static int may_share(const earshot_model *model, uint32_t a, uint32_t b)
{
    if (!is_transient(model, a) || !is_transient(model, b))
        return 0;
    const extent first = lifetime(model, a);
    const extent second = lifetime(model, b);
    if (first.end < second.begin || second.end < first.begin)
        return 1;
    if (first.end == second.begin)
        return may_overwrite(model, a, b, first.end);
    return second.end == first.begin && may_overwrite(model, b, a, second.end);
}

static int scratch_is_right(const earshot_model *model, uint32_t index)
{
    const earshot_pack_header *header = model->header;
    const extent tensor = tensor_extent(&model->tensors[index]);
    const extent layer = {header->layer_scratch_offset,
                          header->layer_scratch_offset + header->layer_scratch_bytes};
    const uint32_t bytes = (uint32_t)earshot_front_end_scratch_bytes(&model->front_end);
    const extent front_end = {header->front_end_scratch_offset, header->front_end_scratch_offset + bytes};
    return !overlap(tensor, layer) && (is_transient(model, index) || !overlap(tensor, front_end));
}

static int is_inside(const earshot_pack_header *header, uint32_t offset, uint32_t bytes)
{
    return offset % EARSHOT_ALIGNMENT == 0 && offset <= header->arena_bytes &&
           bytes <= header->arena_bytes - offset;
}

earshot_status earshot_check_plan(earshot_model *model)
{
    const earshot_pack_header *header = model->header;
    if (!is_inside(header, header->layer_scratch_offset, header->layer_scratch_bytes) ||
        !is_inside(header, header->front_end_scratch_offset,
                   (uint32_t)earshot_front_end_scratch_bytes(&model->front_end)))
        return EARSHOT_ERROR_ARENA;
    for (uint32_t i = 0; i < header->tensor_count; ++i) {
        model->fault = (int32_t)i;
        if (!ring_takes(model, &model->tensors[i]) || !scratch_is_right(model, i))
            return EARSHOT_ERROR_ARENA;
        for (uint32_t other = 0; other < i; ++other) {
            if (overlap(tensor_extent(&model->tensors[i]), tensor_extent(&model->tensors[other])) &&
                !may_share(model, i, other))
                return EARSHOT_ERROR_ARENA;
        }
    }
    for (uint32_t i = 0; i < header->layer_count; ++i) {
        const earshot_pack_layer *layer = &model->layers[i];
        for (uint32_t k = 0; k < earshot_input_count(layer); ++k) {
            model->fault = layer->input[k];
            if (!ring_suffices(model, layer, k))
                return EARSHOT_ERROR_ARENA;
        }
    }
    model->fault = -1;
    return EARSHOT_OK;
}
