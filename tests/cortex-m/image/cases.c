#include "cases.h"

#include "model/pack.h"

/* FNV-1a. */
static uint32_t hash(uint32_t state, const int8_t *bytes, uint32_t count)
{
    for (uint32_t i = 0; i < count; ++i)
        state = (state ^ (uint8_t)bytes[i]) * 16777619u;
    return state;
}

/* Tensors that no other overwrites; in the packs of the vectors these are all. */
static int is_kept(const earshot_model *model, uint32_t tensor)
{
    const uint32_t begin = model->tensors[tensor].offset;
    const uint32_t end =
        begin + model->tensors[tensor].columns * earshot_column_bytes(&model->tensors[tensor]);
    for (uint32_t i = 0; i < model->header->tensor_count; ++i) {
        const earshot_pack_tensor *other = &model->tensors[i];
        if (i != tensor && other->offset < end &&
            other->offset + other->columns * earshot_column_bytes(other) > begin)
            return 0;
    }
    return 1;
}

uint32_t case_run(earshot_engine *engine, const int8_t *features, uint32_t columns)
{
    const earshot_model *model = engine->model;
    uint32_t state = 2166136261u;
    for (uint32_t i = 0; i < columns; ++i) {
        earshot_progress progress;
        earshot_push_features(engine, features, 1, &progress);
        features += model->tensors[0].frequency;
        if (progress.decisions > 0) {
            state = hash(state, earshot_logits(engine), model->header->class_count);
            state = hash(state, earshot_scores(engine), model->header->class_count);
        }
    }
    for (uint32_t t = 1; t < model->header->tensor_count; ++t) {
        const earshot_pack_tensor *tensor = &model->tensors[t];
        if (is_kept(model, t))
            state = hash(state, (const int8_t *)engine->arena + tensor->offset,
                         tensor->columns * earshot_column_bytes(tensor));
    }
    return state;
}

uint32_t case_macs(const earshot_model *model)
{
    uint32_t macs = 0;
    const int32_t window = model->header->window_columns;
    for (uint32_t i = 0; i < model->header->layer_count; ++i) {
        const earshot_pack_layer *layer = &model->layers[i];
        const earshot_pack_tensor *in = &model->tensors[layer->input[0]],
                                  *out = &model->tensors[layer->output];
        if (layer->op < EARSHOT_CONVOLUTION || layer->op > EARSHOT_DENSE)
            continue;
        const uint32_t columns = model->header->mode == EARSHOT_MODE_WINDOW
                                     ? out->total
                                     : (uint32_t)((window - out->delay) / out->stride + 1);
        const uint32_t taps = (uint32_t)layer->kernel_time * layer->kernel_frequency;
        macs += columns * out->frequency * out->channels * taps *
                (layer->op == EARSHOT_DEPTHWISE ? 1 : in->channels);
    }
    return macs;
}
