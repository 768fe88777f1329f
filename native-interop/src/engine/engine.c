#include "earshot/engine.h"

#include <string.h>

#include "../model/pack.h"
#include "../nn/kernels.h"
#include "../platform.h"
#include "rounding.h"
#include "schedule.h"

size_t earshot_arena_bytes(const earshot_model *model)
{
    const earshot_pack_header *header = model->header;
    return header->arena_bytes + earshot_front_end_state_bytes(&model->front_end) +
           earshot_align(header->layer_count * sizeof(earshot_layer_state)) +
           earshot_align(header->tensor_count * sizeof(earshot_tensor_state));
}

earshot_status earshot_init(earshot_engine *engine, const earshot_model *model, void *arena, size_t bytes)
{
    if (!engine || !model || !model->header || !arena)
        return EARSHOT_ERROR_ARGUMENT;
    if (!earshot_is_aligned(arena))
        return EARSHOT_ERROR_ALIGNMENT;
    if (bytes < earshot_arena_bytes(model))
        return EARSHOT_ERROR_MEMORY;
    if (!earshot_rounds_products() || !earshot_kernels_round_once())
        return EARSHOT_ERROR_ARITHMETIC;

    const earshot_pack_header *header = model->header;
    uint8_t *state = (uint8_t *)arena + header->arena_bytes;
    const earshot_status status = earshot_front_end_init(&engine->front_end, &model->front_end, state,
                                                         (uint8_t *)arena + header->front_end_scratch_offset);
    if (status < 0)
        return status;
    state += earshot_front_end_state_bytes(&model->front_end);
    engine->model = model;
    engine->arena = arena;
    engine->layer_states = (earshot_layer_state *)(void *)state;
    state += earshot_align(header->layer_count * sizeof(earshot_layer_state));
    engine->tensor_states = (earshot_tensor_state *)(void *)state;
    memset(arena, 0, header->arena_bytes);
    earshot_reset(engine);
    return EARSHOT_OK;
}

void earshot_reset(earshot_engine *engine)
{
    const earshot_pack_header *header = engine->model->header;
    earshot_front_end_reset(&engine->front_end);
    earshot_schedule_reset(engine);
    memset(&engine->tensor_states[0], 0, sizeof engine->tensor_states[0]);
    engine->due = header->mode == EARSHOT_MODE_WINDOW ? header->window_columns : header->block_columns;
    engine->decisions = 0;
}

/* Where the next feature column belongs. */
static int8_t *next_column(const earshot_engine *engine)
{
    const earshot_pack_tensor *features = &engine->model->tensors[0];
    return (int8_t *)(engine->arena + features->offset) +
           engine->tensor_states[0].write * earshot_column_bytes(features);
}

/* Runs the network over the last window_columns features, as if nothing had been before them. */
static uint32_t run_window(earshot_engine *engine)
{
    const earshot_pack_header *header = engine->model->header;
    const uint32_t capacity = engine->model->tensors[0].columns;
    earshot_tensor_state *features = &engine->tensor_states[0];
    const uint32_t begin = features->write + capacity - header->window_columns;
    uint32_t left = header->window_columns;
    uint32_t decisions = 0;
    features->write = (uint16_t)(begin >= capacity ? begin - capacity : begin);
    features->seen = 0;
    features->arrived = 0;
    earshot_schedule_reset(engine);
    while (left > 0) {
        const uint32_t count = left < header->block_columns ? left : header->block_columns;
        left -= count;
        earshot_schedule_arrive(engine, 0, count);
        decisions += earshot_schedule_step(engine, left == 0);
    }
    return decisions;
}

/* One more feature column is in its place; runs the network when it is due. */
static uint32_t take_column(earshot_engine *engine)
{
    const earshot_pack_header *header = engine->model->header;
    const int window = header->mode == EARSHOT_MODE_WINDOW;
    earshot_schedule_arrive(engine, 0, 1);
    if (--engine->due > 0)
        return 0;
    engine->due = window ? header->decision_hop : header->block_columns;
    const uint32_t decisions = window ? run_window(engine) : earshot_schedule_step(engine, 0);
    engine->decisions += decisions;
    return decisions;
}

static void report(const earshot_progress *done, earshot_progress *progress)
{
    if (progress)
        *progress = *done;
}

earshot_status earshot_push(earshot_engine *engine, const int16_t *pcm, size_t samples,
                            earshot_progress *progress)
{
    earshot_progress done = {0, 0};
    if (!engine || (!pcm && samples > 0))
        return EARSHOT_ERROR_ARGUMENT;
    while (samples > 0) {
        int complete;
        const size_t taken =
            earshot_front_end_push(&engine->front_end, pcm, samples, next_column(engine), &complete);
        pcm += taken;
        samples -= taken;
        if (!complete)
            continue;
        ++done.hops;
        done.decisions += take_column(engine);
    }
    report(&done, progress);
    return EARSHOT_OK;
}

earshot_status earshot_push_features(earshot_engine *engine, const int8_t *features, size_t columns,
                                     earshot_progress *progress)
{
    earshot_progress done = {0, 0};
    if (!engine || (!features && columns > 0))
        return EARSHOT_ERROR_ARGUMENT;
    const size_t bands = engine->model->front_end.bands;
    for (; columns > 0; --columns, features += bands) {
        memcpy(next_column(engine), features, bands);
        ++done.hops;
        done.decisions += take_column(engine);
    }
    report(&done, progress);
    return EARSHOT_OK;
}

/* The column that was last written to a tensor. */
static const int8_t *latest_column(const earshot_engine *engine, uint32_t tensor)
{
    const earshot_pack_tensor *record = &engine->model->tensors[tensor];
    const uint32_t write = engine->tensor_states[tensor].write;
    if (engine->decisions == 0)
        return NULL;
    return (const int8_t *)(engine->arena + record->offset) +
           (write == 0 ? record->columns - 1u : write - 1u) * earshot_column_bytes(record);
}

const int8_t *earshot_scores(const earshot_engine *engine)
{
    return latest_column(engine, engine->model->header->scores_tensor);
}

const int8_t *earshot_logits(const earshot_engine *engine)
{
    return latest_column(engine, engine->model->header->logits_tensor);
}

uint32_t earshot_decisions(const earshot_engine *engine)
{
    return engine->decisions;
}

int32_t earshot_level(const earshot_engine *engine)
{
    return engine->front_end.level;
}
