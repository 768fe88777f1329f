#include "schedule.h"

#include <string.h>

#include "../model/pack.h"
#include "../nn/in_place.h"
#include "../nn/kernels.h"

void earshot_schedule_reset(earshot_engine *engine)
{
    const earshot_model *model = engine->model;
    for (uint32_t i = 1; i < model->header->tensor_count; ++i)
        memset(&engine->tensor_states[i], 0, sizeof engine->tensor_states[i]);
    for (uint32_t i = 0; i < model->header->layer_count; ++i) {
        const earshot_pack_layer *layer = &model->layers[i];
        for (uint32_t k = 0; k < 2; ++k)
            engine->layer_states[i].ahead[k] = layer->pad_time_begin - layer->crop[k];
    }
}

void earshot_schedule_arrive(earshot_engine *engine, uint32_t tensor, uint32_t count)
{
    const uint32_t capacity = engine->model->tensors[tensor].columns;
    earshot_tensor_state *state = &engine->tensor_states[tensor];
    const uint32_t write = state->write + count;
    const uint32_t seen = state->seen + count;
    state->write = (uint16_t)(write >= capacity ? write - capacity : write);
    state->seen = (uint16_t)(seen > capacity ? capacity : seen);
    state->arrived = (uint16_t)(state->arrived + count);
}

/* The columns of a tensor that hold data. */
static earshot_columns data_columns(const earshot_engine *engine, uint32_t tensor)
{
    const earshot_pack_tensor *record = &engine->model->tensors[tensor];
    const earshot_tensor_state *state = &engine->tensor_states[tensor];
    const int32_t head = (int32_t)state->write - state->seen;
    const earshot_columns columns = {
        (int8_t *)(engine->arena + record->offset),
        earshot_column_bytes(record),
        record->columns,
        head < 0 ? head + record->columns : head,
        state->seen,
    };
    return columns;
}

/* The next `count` columns that will be written to a tensor. */
static earshot_columns new_columns(const earshot_engine *engine, uint32_t tensor, int32_t count)
{
    earshot_columns columns = data_columns(engine, tensor);
    columns.head = engine->tensor_states[tensor].write;
    columns.count = count;
    return columns;
}

/* Output columns that the layer's inputs allow now. */
static int32_t ready(const earshot_pack_layer *layer, const earshot_layer_state *state, int last)
{
    int32_t count = INT32_MAX;
    for (uint32_t i = 0; i < earshot_input_count(layer); ++i) {
        const int32_t spare =
            state->ahead[i] + (last ? layer->pad_time_end : 0) - (int32_t)earshot_span_time(layer);
        const int32_t columns = spare < 0 ? 0 : spare / layer->stride_time + 1;
        count = columns < count ? columns : count;
    }
    return count;
}

static void compute(earshot_engine *engine, uint32_t index, int32_t count)
{
    const earshot_model *model = engine->model;
    const earshot_pack_layer *layer = &model->layers[index];
    earshot_layer_state *state = &engine->layer_states[index];
    earshot_work work;
    memset(&work, 0, sizeof work);
    work.pack = model->bytes;
    work.layer = layer;
    work.out = &model->tensors[layer->output];
    work.output = new_columns(engine, layer->output, count);
    work.scratch = engine->arena + model->header->layer_scratch_offset;
    work.scratch_bytes = model->header->layer_scratch_bytes;
    for (uint32_t i = 0; i < earshot_input_count(layer); ++i) {
        work.in[i] = &model->tensors[layer->input[i]];
        work.input[i] = data_columns(engine, layer->input[i]);
        work.first[i] = work.input[i].count - state->ahead[i];
        state->ahead[i] -= count * layer->stride_time;
    }
    const earshot_kernel kernel = earshot_find_kernel(layer);
    const uint32_t waiting = earshot_in_place_bytes(model, layer);
    if (waiting == 0)
        kernel(&work);
    else if (!earshot_overwrite(&work))
        earshot_run_in_place(kernel, &work, waiting);
    earshot_schedule_arrive(engine, layer->output, (uint32_t)count);
}

uint32_t earshot_schedule_step(earshot_engine *engine, int last)
{
    const earshot_model *model = engine->model;
    for (uint32_t i = 1; i < model->header->tensor_count; ++i)
        engine->tensor_states[i].arrived = 0;
    for (uint32_t i = 0; i < model->header->layer_count; ++i) {
        const earshot_pack_layer *layer = &model->layers[i];
        for (uint32_t k = 0; k < earshot_input_count(layer); ++k)
            engine->layer_states[i].ahead[k] += engine->tensor_states[layer->input[k]].arrived;
        const int32_t count = ready(layer, &engine->layer_states[i], last);
        if (count > 0)
            compute(engine, i, count);
    }
    engine->tensor_states[0].arrived = 0;
    return engine->tensor_states[model->header->scores_tensor].arrived;
}
