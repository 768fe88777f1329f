/* The records of a model pack as docs/model-pack.md lays them out. */
#ifndef EARSHOT_MODEL_PACK_H
#define EARSHOT_MODEL_PACK_H

#include <stdint.h>

#define EARSHOT_PACK_VERSION 1u
#define EARSHOT_NO_TENSOR 65535u

typedef struct earshot_pack_header {
    uint8_t magic[8];
    uint32_t version;
    uint32_t size;
    uint32_t crc;
    uint16_t mode;
    uint16_t tensor_count;
    uint16_t layer_count;
    uint16_t class_count;
    uint16_t logits_tensor;
    uint16_t scores_tensor;
    uint32_t front_end_offset;
    uint32_t classes_offset;
    uint32_t tensors_offset;
    uint32_t layers_offset;
    uint32_t name_offset;
    uint32_t name_bytes;
    uint32_t arena_bytes;
    uint32_t front_end_scratch_offset;
    uint32_t layer_scratch_offset;
    uint32_t layer_scratch_bytes;
    uint16_t window_columns;
    uint16_t decision_hop;
    uint16_t block_columns;
    uint16_t zero_78;
    uint32_t smoothing_ms;
    int16_t quiet_level;
    uint16_t zero_86;
    uint32_t details_offset;
    uint32_t details_bytes;
    uint32_t zero_96[8];
} earshot_pack_header;
_Static_assert(sizeof(earshot_pack_header) == 128, "layout of the pack header");

typedef struct earshot_pack_front_end {
    uint16_t kind;
    uint16_t normalisation;
    uint32_t sample_rate;
    uint16_t frame_samples;
    uint16_t hop_samples;
    uint16_t fft_size;
    uint16_t bands;
    int32_t log_offset;
    uint8_t shift;
    int8_t zero_point;
    uint16_t triangle_count;
    int32_t level_start;
    uint32_t level_rate;
    uint32_t window_offset;
    uint32_t triangles_offset;
    uint16_t first_band;
    uint16_t zero_42;
    int32_t log_floor;
    int32_t level_offset;
    uint32_t means_offset;
    uint32_t multipliers_offset;
    uint32_t zero_60;
} earshot_pack_front_end;
_Static_assert(sizeof(earshot_pack_front_end) == 64, "layout of the front-end record");

typedef struct earshot_pack_class {
    uint32_t label_offset;
    uint16_t label_bytes;
    uint16_t kind;
    uint16_t on_threshold;
    uint16_t off_threshold;
    uint16_t minimum_duration_ms;
    uint16_t zero_14;
} earshot_pack_class;
_Static_assert(sizeof(earshot_pack_class) == 16, "layout of a class record");

typedef struct earshot_pack_tensor {
    uint32_t offset;
    uint16_t columns;
    uint16_t frequency;
    uint16_t channels;
    int8_t zero_point;
    uint8_t zero_11;
    float scale;
    int32_t delay;
    uint16_t stride;
    uint16_t total;
} earshot_pack_tensor;
_Static_assert(sizeof(earshot_pack_tensor) == 24, "layout of a tensor record");

/* Bytes of one column. */
static inline uint32_t earshot_column_bytes(const earshot_pack_tensor *tensor)
{
    return (uint32_t)tensor->frequency * tensor->channels;
}

enum earshot_operator {
    EARSHOT_CONVOLUTION = 1,
    EARSHOT_DEPTHWISE = 2,
    EARSHOT_POINTWISE = 3,
    EARSHOT_DENSE = 4,
    EARSHOT_MAX_POOL = 5,
    EARSHOT_AVERAGE_POOL = 6,
    EARSHOT_ADD = 7,
    EARSHOT_CONCATENATE = 8,
    EARSHOT_SOFTMAX = 9,
    EARSHOT_LOOKUP = 10
};

typedef struct earshot_pack_layer {
    uint8_t op;
    uint8_t kernel;
    uint8_t weight_layout;
    uint8_t axis;
    uint16_t input[2];
    uint16_t output;
    uint16_t kernel_time;
    uint16_t kernel_frequency;
    uint16_t stride_time;
    uint16_t stride_frequency;
    uint16_t dilation_time;
    uint16_t dilation_frequency;
    uint16_t pad_time_begin;
    uint16_t pad_time_end;
    uint16_t pad_frequency_begin;
    uint16_t pad_frequency_end;
    uint16_t crop[2];
    uint8_t shift;
    int8_t clamp_min;
    int8_t clamp_max;
    uint8_t zero_37;
    uint16_t zero_38;
    uint32_t weights_offset;
    uint32_t weights_bytes;
    uint32_t bias_offset;
    uint32_t multipliers_offset;
    uint32_t multiplier_count;
    uint32_t zero_60;
} earshot_pack_layer;
_Static_assert(sizeof(earshot_pack_layer) == 64, "layout of a layer record");

/* Input columns, first to last, that one output column looks at. */
static inline uint32_t earshot_span_time(const earshot_pack_layer *layer)
{
    return (layer->kernel_time - 1u) * layer->dilation_time + 1u;
}

static inline uint32_t earshot_span_frequency(const earshot_pack_layer *layer)
{
    return (layer->kernel_frequency - 1u) * layer->dilation_frequency + 1u;
}

static inline uint32_t earshot_input_count(const earshot_pack_layer *layer)
{
    return layer->input[1] == EARSHOT_NO_TENSOR ? 1 : 2;
}

#endif
