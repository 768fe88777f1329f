/* Writes the records and tables of a pack. */
#include <stdlib.h>
#include <string.h>

#include "builder.h"
#include "builder_plan.h"
#include "model/check.h"
#include "settings.h"

typedef struct writer {
    uint8_t *bytes;
    uint32_t size;
} writer;

static uint32_t append(writer *w, const void *table, size_t bytes)
{
    const uint32_t offset = w->size;
    const size_t padded = (bytes + 15) & ~(size_t)15;
    w->bytes = realloc(w->bytes, w->size + padded);
    memset(w->bytes + offset, 0, padded);
    if (bytes > 0)
        memcpy(w->bytes + offset, table, bytes);
    w->size += (uint32_t)padded;
    return offset;
}

static uint32_t append_front_end(writer *w, const builder *b)
{
    test_settings own;
    test_settings_make(&own, 16000, 320, 160, 512, b->tensors[0].frequency);
    const earshot_front_end_settings *s = &own.settings;
    earshot_pack_front_end record = {0};
    record.kind = EARSHOT_FRONT_END_LOG_MEL;
    record.normalisation = s->normalisation;
    record.sample_rate = s->sample_rate;
    record.frame_samples = s->frame_samples;
    record.hop_samples = s->hop_samples;
    record.fft_size = s->fft_size;
    record.bands = s->bands;
    record.log_offset = s->log_offset;
    record.log_floor = s->log_floor;
    record.level_offset = s->level_offset;
    record.shift = s->shift;
    record.zero_point = b->tensors[0].zero_point;
    record.level_start = s->level_start;
    record.level_rate = s->level_rate;
    record.window_offset = append(w, s->window, s->fft_size * sizeof(int32_t));
    record.triangle_count = s->triangle_count;
    record.first_band = s->first_band;
    record.triangles_offset = append(w, s->triangles, s->triangle_count * sizeof(earshot_triangle));
    record.means_offset = append(w, s->means, s->bands * sizeof(int32_t));
    record.multipliers_offset = append(w, s->multipliers, s->bands * sizeof(int32_t));
    return append(w, &record, sizeof record);
}

static uint32_t append_classes(writer *w, int count)
{
    earshot_pack_class *classes = calloc((size_t)count, sizeof *classes);
    for (int i = 0; i < count; ++i) {
        char label[32];
        snprintf(label, sizeof label, "class %d", i);
        classes[i].label_bytes = (uint16_t)strlen(label);
        classes[i].label_offset = append(w, label, strlen(label) + 1);
        classes[i].on_threshold = 160;
        classes[i].off_threshold = 100;
    }
    const uint32_t offset = append(w, classes, (size_t)count * sizeof *classes);
    free(classes);
    return offset;
}

static void append_tables(writer *w, builder *b)
{
    for (int i = 0; i < b->layer_count; ++i) {
        earshot_pack_layer *layer = &b->layers[i];
        if (b->weights[i])
            layer->weights_offset = append(w, b->weights[i], layer->weights_bytes);
        if (b->biases[i])
            layer->bias_offset = append(w, b->biases[i], layer->multiplier_count * sizeof(int32_t));
        if (b->multipliers[i])
            layer->multipliers_offset =
                append(w, b->multipliers[i], layer->multiplier_count * sizeof(int32_t));
        free(b->weights[i]);
        free(b->biases[i]);
        free(b->multipliers[i]);
    }
}

uint8_t *builder_finish(builder *b, size_t *size)
{
    static const char name[] = "test model";
    earshot_pack_header *header = &b->header;
    writer w = {0};
    append(&w, header, sizeof *header);
    header->layer_count = (uint16_t)b->layer_count;
    header->tensor_count = (uint16_t)(b->layer_count + 1);
    builder_plan(b, 4 * 512);
    header->name_offset = append(&w, name, sizeof name);
    header->name_bytes = sizeof name - 1;
    header->front_end_offset = append_front_end(&w, b);
    header->classes_offset = append_classes(&w, header->class_count);
    append_tables(&w, b);
    header->tensors_offset = append(&w, b->tensors, header->tensor_count * sizeof *b->tensors);
    header->layers_offset = append(&w, b->layers, header->layer_count * sizeof *b->layers);
    header->size = w.size;
    memcpy(w.bytes, header, sizeof *header);

    uint8_t *pack = aligned_memory(w.size);
    memcpy(pack, w.bytes, w.size);
    free(w.bytes);
    builder_seal(pack, header->size);
    *size = header->size;
    return pack;
}

void builder_seal(uint8_t *pack, size_t size)
{
    const uint32_t crc = earshot_pack_crc(pack, (uint32_t)size);
    memcpy(pack + 16, &crc, sizeof crc);
}

void builder_free_pack(uint8_t *pack)
{
    free_aligned(pack);
}
