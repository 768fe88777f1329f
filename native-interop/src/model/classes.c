#include "check.h"

static int class_is_right(const earshot_model *model, const earshot_pack_class *class)
{
    const uint32_t size = model->header->size;
    return class->kind <= EARSHOT_CLASS_BACKGROUND && class->on_threshold <= 256 &&
           class->off_threshold <= class->on_threshold && class->label_bytes >= 1 &&
           class->label_offset >= sizeof(earshot_pack_header) && class->label_offset < size &&
           class->label_bytes < size - class->label_offset &&
           earshot_is_text(model->bytes + class->label_offset, class->label_bytes);
}

earshot_status earshot_check_classes(earshot_model *model)
{
    for (uint32_t i = 0; i < model->header->class_count; ++i) {
        model->fault = (int32_t)i;
        if (model->classes[i].zero_14 != 0)
            return EARSHOT_ERROR_RESERVED;
        if (!class_is_right(model, &model->classes[i]))
            return EARSHOT_ERROR_LABEL;
    }
    model->fault = -1;
    return EARSHOT_OK;
}
