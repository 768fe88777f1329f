#include "float_range.h"
#include "../platform.h"
#include "check.h"

static int is_right(const earshot_model *model, const earshot_pack_tensor *tensor)
{
    const int window = model->header->mode == EARSHOT_MODE_WINDOW;
    return tensor->columns >= 1 && tensor->frequency >= 1 && tensor->channels >= 1 &&
           earshot_column_bytes(tensor) <= 65535 && earshot_float_within(tensor->scale, 0x1p-126f, FLT_MAX) &&
           tensor->delay >= -16384 && tensor->delay <= 16384 && tensor->stride >= 1 &&
           tensor->stride <= 4096 && (window ? tensor->total >= 1 : tensor->total == 0);
}

static int is_inside(const earshot_model *model, const earshot_pack_tensor *tensor)
{
    const uint32_t arena = model->header->arena_bytes;
    const uint64_t bytes = (uint64_t)tensor->columns * earshot_column_bytes(tensor);
    return tensor->offset % EARSHOT_ALIGNMENT == 0 && tensor->offset <= arena &&
           bytes <= arena - tensor->offset;
}

static int features_are_right(const earshot_model *model)
{
    const earshot_pack_tensor *features = &model->tensors[0];
    return features->frequency == model->front_end.bands && features->channels == 1 &&
           features->zero_point == model->front_end.zero_point && features->stride == 1 &&
           features->delay == 1 &&
           (model->header->mode == EARSHOT_MODE_STREAM ||
            (features->total == model->header->window_columns &&
             features->columns >= model->header->window_columns));
}

/* Logits and scores: one column for each decision. */
static int decides(const earshot_model *model, const earshot_pack_tensor *tensor)
{
    const earshot_pack_header *header = model->header;
    if (tensor->frequency != 1 || tensor->channels != header->class_count)
        return 0;
    if (header->mode == EARSHOT_MODE_WINDOW)
        return tensor->total == 1;
    return tensor->stride == header->decision_hop && tensor->delay == (int32_t)header->window_columns;
}

earshot_status earshot_check_tensors(earshot_model *model)
{
    const earshot_pack_header *header = model->header;
    for (uint32_t i = 0; i < header->tensor_count; ++i) {
        model->fault = (int32_t)i;
        if (model->tensors[i].zero_11 != 0)
            return EARSHOT_ERROR_RESERVED;
        if (!is_right(model, &model->tensors[i]))
            return EARSHOT_ERROR_TENSOR;
        if (!is_inside(model, &model->tensors[i]))
            return EARSHOT_ERROR_ARENA;
    }
    model->fault = 0;
    if (!features_are_right(model))
        return EARSHOT_ERROR_TENSOR;
    model->fault = header->logits_tensor;
    if (header->logits_tensor == 0 || !decides(model, &model->tensors[header->logits_tensor]))
        return EARSHOT_ERROR_TENSOR;
    model->fault = header->scores_tensor;
    const earshot_pack_tensor *scores = &model->tensors[header->scores_tensor];
    if (header->scores_tensor == 0 || !decides(model, scores) || scores->zero_point != -128 ||
        !earshot_float_within(scores->scale, 1.0f / 256, 1.0f / 256))
        return EARSHOT_ERROR_TENSOR;
    model->fault = -1;
    return EARSHOT_OK;
}
