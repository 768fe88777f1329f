#include "classifier.h"

#include <string.h>

#include "earshot/earshot.h"
#include "limits.h"
#include "microphone.h"
#include "packs.h"
#include "status.h"

static _Alignas(16) uint8_t arena[EARSHOT_ARENA_BYTES];
static earshot_model model;
static earshot_engine engine;
static earshot_model_info info;
static int is_open;

int32_t earshot_classifier_open(int32_t place)
{
    const uint8_t *pack;
    uint32_t bytes;
    earshot_classifier_close();
    int32_t status = earshot_pack_find(place, &pack, &bytes);
    if (status < 0)
        return status;
    status = earshot_model_open(&model, pack, bytes);
    if (status == EARSHOT_OK)
        status = earshot_init(&engine, &model, arena, earshot_limits.arena_bytes);
    if (status < 0)
        return status;
    earshot_model_get_info(&model, &info);
    if (info.hop_samples > earshot_limits.ring_samples)
        return EARSHOT_FIRMWARE_RING;
    is_open = 1;
    return EARSHOT_OK;
}

int32_t earshot_classifier_close(void)
{
    is_open = 0;
    return EARSHOT_OK;
}

static int32_t copy_fields(const int32_t *values, uint32_t needed, int32_t *fields, uint32_t count)
{
    if (count < needed)
        return EARSHOT_ERROR_ARGUMENT;
    memcpy(fields, values, needed * sizeof *values);
    return EARSHOT_OK;
}

static int32_t copy_text(const char *text, uint32_t length, uint8_t *utf8, uint32_t count)
{
    memcpy(utf8, text, length < count ? length : count);
    return (int32_t)length;
}

/* Strings of a pack are terminated and checked. */
static uint32_t length_of(const char *text)
{
    const char *end = text;
    while (*end)
        end++;
    return (uint32_t)(end - text);
}

static int32_t get_class(int32_t index, earshot_class *description)
{
    if (!is_open)
        return EARSHOT_FIRMWARE_NOT_OPEN;
    return index < 0 ? EARSHOT_ERROR_ARGUMENT : earshot_model_get_class(&model, (uint32_t)index, description);
}

int32_t earshot_classifier_read_model(int32_t *fields, uint32_t count)
{
    if (!is_open)
        return EARSHOT_FIRMWARE_NOT_OPEN;
    const int32_t values[EARSHOT_MODEL_FIELDS] = {
        (int32_t)info.sample_rate, info.hop_samples,           info.classes,     info.window_columns,
        info.decision_hop,         (int32_t)info.smoothing_ms, info.quiet_level, info.frame_samples,
    };
    return copy_fields(values, EARSHOT_MODEL_FIELDS, fields, count);
}

int32_t earshot_classifier_read_class(int32_t index, int32_t *fields, uint32_t count)
{
    earshot_class description;
    const int32_t status = get_class(index, &description);
    if (status < 0)
        return status;
    const int32_t values[EARSHOT_CLASS_FIELDS] = {
        description.kind == EARSHOT_CLASS_BACKGROUND,
        description.on_threshold,
        description.off_threshold,
        description.minimum_duration_ms,
    };
    return copy_fields(values, EARSHOT_CLASS_FIELDS, fields, count);
}

int32_t earshot_classifier_read_label(int32_t index, uint8_t *utf8, uint32_t count)
{
    earshot_class description;
    const int32_t status = get_class(index, &description);
    return status < 0 ? status : copy_text(description.label, description.label_bytes, utf8, count);
}

int32_t earshot_classifier_read_name(uint8_t *utf8, uint32_t count)
{
    return is_open ? copy_text(info.name, length_of(info.name), utf8, count) : EARSHOT_FIRMWARE_NOT_OPEN;
}

int32_t earshot_classifier_process_hop(void)
{
    earshot_ring *ring = earshot_microphone_ring();
    if (!is_open)
        return EARSHOT_FIRMWARE_NOT_OPEN;
    if (earshot_ring_available(ring) < info.hop_samples)
        return EARSHOT_FIRMWARE_NO_SOUND;
    uint32_t decisions = 0;
    /* Out of the ring in the pieces in which it lies there; how sound is divided changes no result. */
    for (uint32_t rest = info.hop_samples; rest > 0;) {
        const int16_t *pcm;
        earshot_progress progress;
        const uint32_t count = earshot_ring_peek(ring, rest, &pcm);
        const int32_t status = earshot_push(&engine, pcm, count, &progress);
        if (status < 0)
            return status;
        earshot_ring_skip(ring, count);
        rest -= count;
        decisions += progress.decisions;
    }
    return (int32_t)decisions;
}

int32_t earshot_classifier_read_scores(uint8_t *scores, uint32_t count)
{
    if (!is_open)
        return EARSHOT_FIRMWARE_NOT_OPEN;
    if (count < info.classes)
        return EARSHOT_ERROR_ARGUMENT;
    const int8_t *latest = earshot_scores(&engine);
    if (!latest)
        return EARSHOT_FIRMWARE_NOT_OPEN;
    for (uint32_t i = 0; i < info.classes; ++i)
        scores[i] = (uint8_t)(latest[i] + 128);
    return EARSHOT_OK;
}

int32_t earshot_classifier_read_level(void)
{
    return is_open ? earshot_level(&engine) : EARSHOT_LEVEL_FLOOR;
}

int32_t earshot_classifier_reset(void)
{
    if (!is_open)
        return EARSHOT_FIRMWARE_NOT_OPEN;
    earshot_reset(&engine);
    return EARSHOT_OK;
}
