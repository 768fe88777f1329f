#include "check.h"

/* Raw samples are not normalised: their offsets are zero. */
static int normalisation_fits(const earshot_model *model, const earshot_pack_front_end *record)
{
    if (record->kind == EARSHOT_FRONT_END_SAMPLES)
        return record->means_offset == 0 && record->multipliers_offset == 0;
    return earshot_table_fits(model, record->means_offset, record->bands, sizeof(int32_t)) &&
           earshot_table_fits(model, record->multipliers_offset, record->bands, sizeof(int32_t));
}

static int tables_fit(const earshot_model *model, const earshot_pack_front_end *record)
{
    return earshot_table_fits(model, record->window_offset, record->fft_size, sizeof(int32_t)) &&
           earshot_table_fits(model, record->triangles_offset, record->triangle_count,
                              sizeof(earshot_triangle)) &&
           normalisation_fits(model, record);
}

static const void *at(const earshot_model *model, uint32_t offset)
{
    return model->bytes + offset;
}

static void point_into_pack(earshot_model *model, const earshot_pack_front_end *record)
{
    earshot_front_end_settings *settings = &model->front_end;
    settings->sample_rate = record->sample_rate;
    settings->frame_samples = record->frame_samples;
    settings->hop_samples = record->hop_samples;
    settings->fft_size = record->fft_size;
    settings->bands = record->bands;
    settings->kind = record->kind;
    settings->normalisation = record->normalisation;
    settings->shift = record->shift;
    settings->zero_point = record->zero_point;
    settings->triangle_count = record->triangle_count;
    settings->first_band = record->first_band;
    settings->log_offset = record->log_offset;
    settings->log_floor = record->log_floor;
    settings->level_offset = record->level_offset;
    settings->level_start = record->level_start;
    settings->level_rate = record->level_rate;
    settings->window = at(model, record->window_offset);
    settings->triangles = at(model, record->triangles_offset);
    settings->means = at(model, record->means_offset);
    settings->multipliers = at(model, record->multipliers_offset);
}

earshot_status earshot_check_front_end(earshot_model *model)
{
    const uint32_t offset = model->header->front_end_offset;
    if (!earshot_table_fits(model, offset, 1, sizeof(earshot_pack_front_end)))
        return EARSHOT_ERROR_OFFSET;
    const earshot_pack_front_end *record = (const void *)(model->bytes + offset);
    if (record->zero_42 != 0 || record->zero_60 != 0)
        return EARSHOT_ERROR_RESERVED;
    if (record->kind != EARSHOT_FRONT_END_LOG_MEL && record->kind != EARSHOT_FRONT_END_SAMPLES)
        return EARSHOT_ERROR_FRONT_END;
    if (!tables_fit(model, record))
        return EARSHOT_ERROR_OFFSET;
    point_into_pack(model, record);
    return earshot_front_end_check(&model->front_end);
}
