#include "earshot/model.h"

#include <string.h>

#include "../platform.h"
#include "check.h"

static const uint8_t magic[8] = {'E', 'A', 'R', 'S', 'H', 'O', 'T', 0};

int earshot_table_fits(const earshot_model *model, uint32_t offset, uint32_t count, uint32_t size)
{
    const uint64_t bytes = (uint64_t)count * size;
    return offset % EARSHOT_ALIGNMENT == 0 && offset >= sizeof(earshot_pack_header) &&
           offset <= model->header->size && bytes <= model->header->size - offset;
}

/* A string that may be absent: offset and length 0. */
static int text_fits(const earshot_model *model, uint32_t offset, uint32_t bytes)
{
    if (offset == 0)
        return bytes == 0;
    return offset >= sizeof(earshot_pack_header) && offset < model->header->size &&
           bytes < model->header->size - offset && earshot_is_text(model->bytes + offset, bytes);
}

static earshot_status check_integrity(const earshot_pack_header *header, size_t size)
{
    if (size < sizeof header->magic || memcmp(header->magic, magic, sizeof magic) != 0)
        return size == 0 ? EARSHOT_ERROR_SIZE : EARSHOT_ERROR_MAGIC;
    if (size < sizeof *header)
        return EARSHOT_ERROR_SIZE;
    if (header->version != EARSHOT_PACK_VERSION)
        return EARSHOT_ERROR_VERSION;
    if (header->size != size || header->size % EARSHOT_ALIGNMENT != 0)
        return EARSHOT_ERROR_SIZE;
    return earshot_pack_crc((const uint8_t *)header, header->size) == header->crc ? EARSHOT_OK
                                                                                  : EARSHOT_ERROR_CRC;
}

static earshot_status check_header(const earshot_model *model)
{
    const earshot_pack_header *header = model->header;
    uint32_t reserved = (uint32_t)header->zero_78 | header->zero_86;
    for (uint32_t i = 0; i < sizeof header->zero_96 / sizeof header->zero_96[0]; ++i)
        reserved |= header->zero_96[i];
    if (reserved != 0)
        return EARSHOT_ERROR_RESERVED;
    if (header->mode > EARSHOT_MODE_WINDOW || header->layer_count < 1 || header->layer_count > 255 ||
        header->window_columns < 1 || header->decision_hop < 1 || header->block_columns < 1 ||
        header->block_columns >
            (header->mode == EARSHOT_MODE_WINDOW ? header->window_columns : header->decision_hop))
        return EARSHOT_ERROR_LAYER;
    if (header->tensor_count != header->layer_count + 1 || header->logits_tensor >= header->tensor_count ||
        header->scores_tensor >= header->tensor_count)
        return EARSHOT_ERROR_TENSOR;
    if (header->class_count < 1 || header->class_count > 1024)
        return EARSHOT_ERROR_LABEL;
    if (header->arena_bytes % EARSHOT_ALIGNMENT != 0 || header->arena_bytes > (1u << 30))
        return EARSHOT_ERROR_ARENA;
    if (!text_fits(model, header->name_offset, header->name_bytes) ||
        !text_fits(model, header->details_offset, header->details_bytes) ||
        !earshot_table_fits(model, header->classes_offset, header->class_count, sizeof(earshot_pack_class)) ||
        !earshot_table_fits(model, header->tensors_offset, header->tensor_count,
                            sizeof(earshot_pack_tensor)) ||
        !earshot_table_fits(model, header->layers_offset, header->layer_count, sizeof(earshot_pack_layer)))
        return EARSHOT_ERROR_OFFSET;
    return EARSHOT_OK;
}

static const void *at(const earshot_model *model, uint32_t offset)
{
    return model->bytes + offset;
}

earshot_status earshot_model_open(earshot_model *model, const void *bytes, size_t size)
{
    if (!model || !bytes)
        return EARSHOT_ERROR_ARGUMENT;
    memset(model, 0, sizeof *model);
    model->fault = -1;
    if (!earshot_is_aligned(bytes))
        return EARSHOT_ERROR_ALIGNMENT;
    earshot_status status = check_integrity(bytes, size);
    if (status < 0)
        return status;
    model->bytes = bytes;
    model->header = bytes;
    status = check_header(model);
    if (status < 0)
        return status;
    model->classes = at(model, model->header->classes_offset);
    model->tensors = at(model, model->header->tensors_offset);
    model->layers = at(model, model->header->layers_offset);

    static earshot_status (*const parts[])(earshot_model *) = {
        earshot_check_classes, earshot_check_front_end, earshot_check_tensors,
        earshot_check_layers,  earshot_check_plan,
    };
    for (uint32_t i = 0; i < sizeof parts / sizeof parts[0] && status == EARSHOT_OK; ++i)
        status = parts[i](model);
    return status;
}

int32_t earshot_model_fault(const earshot_model *model)
{
    return model->fault;
}

uint32_t earshot_pack_size(const void *bytes)
{
    const uint8_t *start = bytes;
    uint32_t version, size;
    if (memcmp(start, magic, sizeof magic) != 0)
        return 0;
    memcpy(&version, start + 8, sizeof version);
    memcpy(&size, start + 12, sizeof size);
    return version == EARSHOT_PACK_VERSION ? size : 0;
}
