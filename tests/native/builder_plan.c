/* The arena plan by simulation: the text of docs/model-pack.md, written down a second time. */
#include "builder_plan.h"

#include <string.h>

const uint8_t builder_all_in_place[BUILDER_LAYERS] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                                      1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

typedef struct simulation {
    int ahead[BUILDER_LAYERS][2];
    int seen[BUILDER_LAYERS + 1];
} simulation;

static void arrive(builder *b, simulation *s, int tensor, int count)
{
    int needed = count;
    s->seen[tensor] += count;
    for (int i = 0; i < b->layer_count; ++i) {
        for (int k = 0; k < 2; ++k) {
            if (b->layers[i].input[k] != tensor)
                continue;
            s->ahead[i][k] += count;
            const int kept = s->ahead[i][k] < s->seen[tensor] ? s->ahead[i][k] : s->seen[tensor];
            needed = kept > needed ? kept : needed;
        }
    }
    if (needed > b->tensors[tensor].columns)
        b->tensors[tensor].columns = (uint16_t)needed;
}

static void step(builder *b, simulation *s, int fed, int last)
{
    arrive(b, s, 0, fed);
    for (int i = 0; i < b->layer_count; ++i) {
        const earshot_pack_layer *layer = &b->layers[i];
        int count = 1 << 30;
        for (uint32_t k = 0; k < earshot_input_count(layer); ++k) {
            const int spare =
                s->ahead[i][k] + (last ? layer->pad_time_end : 0) - (int)earshot_span_time(layer);
            const int columns = spare < 0 ? 0 : spare / layer->stride_time + 1;
            count = columns < count ? columns : count;
        }
        for (uint32_t k = 0; k < earshot_input_count(layer); ++k)
            s->ahead[i][k] -= count * layer->stride_time;
        arrive(b, s, layer->output, count);
    }
}

static void size_rings(builder *b)
{
    simulation s;
    memset(&s, 0, sizeof s);
    for (int i = 0; i < b->layer_count; ++i) {
        for (int k = 0; k < 2; ++k)
            s.ahead[i][k] = b->layers[i].pad_time_begin - b->layers[i].crop[k];
    }
    const int window = b->header.mode == EARSHOT_MODE_WINDOW;
    const int block = b->header.block_columns;
    const int end = window ? b->header.window_columns
                           : b->header.window_columns + 4 * block * (b->header.decision_hop + 2);
    for (int fed = 0; fed < end; fed += block) {
        const int count = end - fed < block ? end - fed : block;
        step(b, &s, count, window && fed + count == end);
    }
    for (int i = 0; i <= b->layer_count; ++i) {
        if (b->tensors[i].columns == 0)
            b->tensors[i].columns = 1;
    }
    if (window && b->tensors[0].columns < b->header.window_columns)
        b->tensors[0].columns = b->header.window_columns;
}

static int last_reader(const builder *b, int tensor)
{
    int last = tensor - 1;
    for (int i = 0; i < b->layer_count; ++i) {
        if (b->layers[i].input[0] == tensor || b->layers[i].input[1] == tensor)
            last = i;
    }
    return last;
}

static int may_share(const builder *b, int tensor, int other)
{
    const earshot_pack_header *h = &b->header;
    const int transient = b->share && h->mode == EARSHOT_MODE_WINDOW && h->block_columns == h->window_columns;
    return transient && tensor != h->logits_tensor && tensor != h->scores_tensor && other != 0 &&
           other != h->logits_tensor && other != h->scores_tensor && last_reader(b, other) < tensor - 1;
}

/* The input that the tensor's layer may write over, or -1: read by no later layer, with columns as large or
 * larger. */
static int input_to_overwrite(const builder *b, int tensor)
{
    const earshot_pack_header *h = &b->header;
    const earshot_pack_layer *layer = &b->layers[tensor - 1];
    if (!b->share || !b->in_place || !b->in_place[tensor - 1] || h->mode != EARSHOT_MODE_WINDOW ||
        h->block_columns != h->window_columns || tensor == h->logits_tensor || tensor == h->scores_tensor)
        return -1;
    for (uint32_t k = 0; k < earshot_input_count(layer); ++k) {
        const int input = layer->input[k];
        if (input != 0 && input != h->logits_tensor && input != h->scores_tensor &&
            last_reader(b, input) == tensor - 1 &&
            earshot_column_bytes(&b->tensors[tensor]) <= earshot_column_bytes(&b->tensors[input]))
            return input;
    }
    return -1;
}

static uint32_t bytes_of(const earshot_pack_tensor *tensor)
{
    return (tensor->columns * earshot_column_bytes(tensor) + 15u) & ~15u;
}

/* First fit in the order of the layers. */
static void place(builder *b, int tensor)
{
    uint32_t offset = 0;
    const int overwritten = tensor > 0 ? input_to_overwrite(b, tensor) : -1;
    if (overwritten >= 0) {
        const uint32_t waiting =
            (b->layers[tensor - 1].pad_time_begin + 1u) * earshot_column_bytes(&b->tensors[tensor]);
        b->tensors[tensor].offset = b->tensors[overwritten].offset;
        if (b->scratch < ((waiting + 15u) & ~15u))
            b->scratch = (waiting + 15u) & ~15u;
        return;
    }
    for (int other = 0; other < tensor; ++other) {
        const uint32_t begin = b->tensors[other].offset;
        const uint32_t end = begin + bytes_of(&b->tensors[other]);
        if (may_share(b, tensor, other) || offset >= end || begin >= offset + bytes_of(&b->tensors[tensor]))
            continue;
        offset = end;
        other = -1;
    }
    b->tensors[tensor].offset = offset;
}

void builder_plan(builder *b, uint32_t front_end_scratch)
{
    uint32_t end = 0;
    size_rings(b);
    for (int i = 0; i <= b->layer_count; ++i) {
        place(b, i);
        const uint32_t tensor_end = b->tensors[i].offset + bytes_of(&b->tensors[i]);
        end = tensor_end > end ? tensor_end : end;
    }
    /* The two are never in use at the same time. */
    b->header.front_end_scratch_offset = end;
    b->header.layer_scratch_offset = b->scratch > 0 ? end : 0;
    b->header.layer_scratch_bytes = b->scratch;
    b->header.arena_bytes = end + (front_end_scratch > b->scratch ? front_end_scratch : b->scratch);
}
