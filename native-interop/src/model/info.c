#include <string.h>

#include "../platform.h"
#include "check.h"

static const char *text(const earshot_model *model, uint32_t offset)
{
    return offset == 0 ? "" : (const char *)(model->bytes + offset);
}

void earshot_model_get_info(const earshot_model *model, earshot_model_info *info)
{
    const earshot_pack_header *header = model->header;
    const earshot_pack_tensor *logits = &model->tensors[header->logits_tensor];
    memset(info, 0, sizeof *info);
    info->name = text(model, header->name_offset);
    info->details = text(model, header->details_offset);
    info->mode = header->mode;
    info->classes = header->class_count;
    info->layers = header->layer_count;
    info->window_columns = header->window_columns;
    info->decision_hop = header->decision_hop;
    info->block_columns = header->block_columns;
    info->smoothing_ms = header->smoothing_ms;
    info->quiet_level = header->quiet_level;
    info->feature_zero_point = model->tensors[0].zero_point;
    info->logits_zero_point = logits->zero_point;
    info->feature_scale = model->tensors[0].scale;
    info->logits_scale = logits->scale;
    info->sample_rate = model->front_end.sample_rate;
    info->frame_samples = model->front_end.frame_samples;
    info->hop_samples = model->front_end.hop_samples;
    info->bands = model->front_end.bands;
}

earshot_status earshot_model_get_class(const earshot_model *model, uint32_t index, earshot_class *description)
{
    if (!model || !description || index >= model->header->class_count)
        return EARSHOT_ERROR_ARGUMENT;
    const earshot_pack_class *record = &model->classes[index];
    description->label = text(model, record->label_offset);
    description->label_bytes = record->label_bytes;
    description->kind = record->kind;
    description->on_threshold = record->on_threshold;
    description->off_threshold = record->off_threshold;
    description->minimum_duration_ms = record->minimum_duration_ms;
    return EARSHOT_OK;
}

const earshot_front_end_settings *earshot_model_front_end(const earshot_model *model)
{
    return &model->front_end;
}
