/* The firmware's half of Earshot.Interop without the CLR, on a pack of the fuzzers' corpus. */
#include <stdlib.h>
#include <string.h>

#include "earshot/earshot.h"
#include "firmware/classifier.h"
#include "firmware/limits.h"
#include "firmware/microphone.h"
#include "firmware/packs.h"
#include "firmware/status.h"
#include "port_double.h"
#include "test.h"
#include "test_pack.h"
#include "tests.h"

enum { ROOM = 65536 };

static _Alignas(16) uint8_t arena[ROOM];

static void hear(int16_t *sound, uint32_t samples, random_state *random)
{
    for (uint32_t i = 0; i < samples; ++i)
        sound[i] = (int16_t)(random_bits(random) & 0x3fff);
    for (uint32_t at = 0; at < samples; at += EARSHOT_BLOCK_SAMPLES) {
        uint16_t raw[EARSHOT_BLOCK_SAMPLES];
        for (uint32_t i = 0; i < EARSHOT_BLOCK_SAMPLES; ++i)
            raw[i] = (uint16_t)(sound[at + i] + 32768);
        earshot_microphone_hear_unsigned(raw, EARSHOT_BLOCK_SAMPLES);
    }
}

void test_packs_are_found(void)
{
    const uint8_t *found;
    uint32_t bytes;
    const uint32_t size = load_pack();
    CHECK_EQUAL(EARSHOT_OK, earshot_pack_find(EARSHOT_PACK_DEPLOYED, &found, &bytes));
    CHECK_EQUAL(size, bytes);
    CHECK(found == pack);
    CHECK(earshot_pack_fingerprint(EARSHOT_PACK_DEPLOYED) != 0);
    int32_t crc;
    memcpy(&crc, pack + 16, 4);
    CHECK_EQUAL(crc, earshot_pack_fingerprint(EARSHOT_PACK_DEPLOYED));
    /* The build had EARSHOT_PACK set. */
    CHECK_EQUAL(EARSHOT_OK, earshot_pack_find(EARSHOT_PACK_BUILT_IN, &found, &bytes));
    CHECK_EQUAL(size, bytes);
    CHECK_EQUAL(0, memcmp(found, pack, size));
    CHECK_EQUAL(crc, earshot_pack_fingerprint(EARSHOT_PACK_BUILT_IN));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_pack_find(2, &found, &bytes));
    CHECK_EQUAL(0, earshot_pack_fingerprint(-1));
}

/* `earshot deploy` reads these bytes out of nanoCLR's image. */
void test_limits_are_told(void)
{
    CHECK_EQUAL(32, sizeof earshot_limits);
    CHECK_EQUAL(0, memcmp(&earshot_limits, "EARSHOT-LIMITS1", 16));
    const uint32_t expected[4] = {EARSHOT_ARENA_BYTES, EARSHOT_RING_SAMPLES, EARSHOT_BLOCK_SAMPLES,
                                  EARSHOT_PACK_BYTES};
    CHECK_EQUAL(0, memcmp((const uint8_t *)&earshot_limits + 16, expected, sizeof expected));
}

void test_bad_packs_are_told_apart(void)
{
    const uint32_t size = load_pack();
    pack[8]++;
    CHECK_EQUAL(EARSHOT_ERROR_VERSION, earshot_classifier_open(EARSHOT_PACK_DEPLOYED));
    pack[8]--;
    deployed_bytes = size - 16;
    CHECK_EQUAL(EARSHOT_ERROR_SIZE, earshot_classifier_open(EARSHOT_PACK_DEPLOYED));
    deployed_bytes = sizeof pack;
    pack[size - 1]++;
    CHECK_EQUAL(EARSHOT_ERROR_CRC, earshot_classifier_open(EARSHOT_PACK_DEPLOYED));
    CHECK_EQUAL(EARSHOT_FIRMWARE_NOT_OPEN, earshot_classifier_process_hop());
    memset(pack, 0xff, sizeof pack);
    CHECK_EQUAL(EARSHOT_FIRMWARE_NO_MODEL, earshot_classifier_open(EARSHOT_PACK_DEPLOYED));
    CHECK_EQUAL(0, earshot_pack_fingerprint(EARSHOT_PACK_DEPLOYED));
    deployed_pack = NULL;
    CHECK_EQUAL(EARSHOT_FIRMWARE_NO_MODEL, earshot_classifier_open(EARSHOT_PACK_DEPLOYED));
}

void test_model_is_described(void)
{
    const uint32_t size = load_pack();
    earshot_model model;
    earshot_model_info info;
    CHECK_EQUAL(EARSHOT_OK, earshot_model_open(&model, pack, size));
    earshot_model_get_info(&model, &info);
    CHECK_EQUAL(EARSHOT_OK, earshot_classifier_open(EARSHOT_PACK_DEPLOYED));
    int32_t fields[EARSHOT_MODEL_FIELDS + 1];
    memset(fields, 0x55, sizeof fields);
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_classifier_read_model(fields, EARSHOT_MODEL_FIELDS - 1));
    CHECK_EQUAL(0x55555555, fields[0]);
    CHECK_EQUAL(EARSHOT_OK, earshot_classifier_read_model(fields, EARSHOT_MODEL_FIELDS + 1));
    CHECK_EQUAL(info.sample_rate, fields[0]);
    CHECK_EQUAL(info.hop_samples, fields[1]);
    CHECK_EQUAL(info.classes, fields[2]);
    CHECK_EQUAL(info.window_columns, fields[3]);
    CHECK_EQUAL(info.decision_hop, fields[4]);
    CHECK_EQUAL(info.smoothing_ms, fields[5]);
    CHECK_EQUAL(info.quiet_level, fields[6]);
    CHECK_EQUAL(info.frame_samples, fields[7]);
    CHECK_EQUAL(0x55555555, fields[8]);
    for (int32_t i = 0; i < info.classes; ++i) {
        earshot_class description;
        earshot_model_get_class(&model, (uint32_t)i, &description);
        CHECK_EQUAL(EARSHOT_OK, earshot_classifier_read_class(i, fields, EARSHOT_CLASS_FIELDS));
        CHECK_EQUAL(description.kind == EARSHOT_CLASS_BACKGROUND, fields[0]);
        CHECK_EQUAL(description.on_threshold, fields[1]);
        CHECK_EQUAL(description.off_threshold, fields[2]);
        CHECK_EQUAL(description.minimum_duration_ms, fields[3]);
        uint8_t text[64] = {0};
        CHECK_EQUAL(description.label_bytes, earshot_classifier_read_label(i, text, sizeof text));
        CHECK_EQUAL(0, strcmp(description.label, (const char *)text));
        /* Cut off, not written past. */
        memset(text, '#', sizeof text);
        CHECK_EQUAL(description.label_bytes, earshot_classifier_read_label(i, text, 1));
        CHECK_EQUAL('#', text[1]);
    }
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_classifier_read_class(-1, fields, EARSHOT_CLASS_FIELDS));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT,
                earshot_classifier_read_class(info.classes, fields, EARSHOT_CLASS_FIELDS));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_classifier_read_class(0, fields, EARSHOT_CLASS_FIELDS - 1));
    uint8_t name[64];
    CHECK_EQUAL(strlen(info.name), earshot_classifier_read_name(name, sizeof name));
    earshot_classifier_close();
    CHECK_EQUAL(EARSHOT_FIRMWARE_NOT_OPEN, earshot_classifier_read_model(fields, EARSHOT_MODEL_FIELDS));
    CHECK_EQUAL(EARSHOT_FIRMWARE_NOT_OPEN, earshot_classifier_read_class(0, fields, EARSHOT_CLASS_FIELDS));
    CHECK_EQUAL(EARSHOT_FIRMWARE_NOT_OPEN, earshot_classifier_read_name(name, sizeof name));
    CHECK_EQUAL(EARSHOT_FIRMWARE_NOT_OPEN, earshot_classifier_reset());
    CHECK_EQUAL(EARSHOT_LEVEL_FLOOR, earshot_classifier_read_level());
}

/* Through interrupt, ring and firmware come the scores that the engine alone gives for the same sound. */
void test_hops_equal_the_engine(void)
{
    const uint32_t size = load_pack();
    earshot_model model;
    earshot_engine engine;
    CHECK_EQUAL(EARSHOT_OK, earshot_model_open(&model, pack, size));
    CHECK_EQUAL(EARSHOT_OK, earshot_init(&engine, &model, arena, sizeof arena));
    const uint32_t hop = earshot_model_front_end(&model)->hop_samples;
    earshot_model_info info;
    earshot_model_get_info(&model, &info);
    CHECK_EQUAL(EARSHOT_OK, earshot_classifier_open(EARSHOT_PACK_DEPLOYED));
    CHECK_EQUAL(EARSHOT_OK, earshot_microphone_start(16000));
    random_state random = {5};
    uint8_t scores[256];
    uint32_t decisions = 0;
    for (uint32_t round = 0; round < 200; ++round) {
        static int16_t sound[EARSHOT_RING_SAMPLES];
        hear(sound, 512, &random);
        while (earshot_ring_available(earshot_microphone_ring()) >= hop) {
            /* The same samples as the ring holds: what capture made of them. */
            int16_t samples[1024];
            uint32_t got = 0;
            earshot_ring copy = *earshot_microphone_ring();
            while (got < hop) {
                const int16_t *pcm;
                const uint32_t count = earshot_ring_peek(&copy, hop - got, &pcm);
                memcpy(samples + got, pcm, count * sizeof *samples);
                earshot_ring_skip(&copy, count);
                got += count;
            }
            earshot_progress progress;
            CHECK_EQUAL(EARSHOT_OK, earshot_push(&engine, samples, hop, &progress));
            CHECK_EQUAL(progress.decisions, earshot_classifier_process_hop());
            CHECK_EQUAL(earshot_level(&engine), earshot_classifier_read_level());
            decisions += progress.decisions;
            if (!earshot_scores(&engine)) {
                CHECK_EQUAL(EARSHOT_FIRMWARE_NOT_OPEN, earshot_classifier_read_scores(scores, sizeof scores));
                continue;
            }
            CHECK_EQUAL(EARSHOT_OK, earshot_classifier_read_scores(scores, info.classes));
            for (uint32_t i = 0; i < info.classes; ++i)
                CHECK_EQUAL(earshot_scores(&engine)[i] + 128, scores[i]);
        }
        CHECK_EQUAL(EARSHOT_FIRMWARE_NO_SOUND, earshot_classifier_process_hop());
    }
    CHECK(decisions > 0);
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_classifier_read_scores(scores, info.classes - 1u));
    CHECK_EQUAL(0, earshot_microphone_lost_samples());
    CHECK_EQUAL(EARSHOT_OK, earshot_classifier_reset());
    CHECK_EQUAL(EARSHOT_FIRMWARE_NOT_OPEN, earshot_classifier_read_scores(scores, info.classes));
    CHECK_EQUAL(EARSHOT_OK, earshot_microphone_stop());
}

void test_waiting_for_sound(void)
{
    static int16_t sound[2 * EARSHOT_RING_SAMPLES];
    random_state random = {9};
    CHECK_EQUAL(EARSHOT_FIRMWARE_MICROPHONE, earshot_microphone_stop());
    CHECK_EQUAL(EARSHOT_FIRMWARE_SAMPLE_RATE, earshot_microphone_start(44100));
    CHECK_EQUAL(EARSHOT_FIRMWARE_SAMPLE_RATE, earshot_microphone_start(-1));
    CHECK_EQUAL(0, converter_runs);
    CHECK_EQUAL(EARSHOT_OK, earshot_microphone_start(16000));
    CHECK_EQUAL(1, converter_runs);
    CHECK_EQUAL(EARSHOT_FIRMWARE_MICROPHONE, earshot_microphone_start(16000));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_microphone_await(-1));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_microphone_await(EARSHOT_RING_SAMPLES + 1));
    /* Nobody is woken for too little, nor when nobody waits. */
    wakes = 0;
    CHECK_EQUAL(0, earshot_microphone_await(3 * EARSHOT_BLOCK_SAMPLES));
    hear(sound, 2 * EARSHOT_BLOCK_SAMPLES, &random);
    CHECK_EQUAL(0, wakes);
    hear(sound, EARSHOT_BLOCK_SAMPLES, &random);
    CHECK_EQUAL(1, wakes);
    CHECK_EQUAL(1, earshot_microphone_await(3 * EARSHOT_BLOCK_SAMPLES));
    earshot_microphone_await_none();
    hear(sound, 2 * EARSHOT_RING_SAMPLES, &random);
    CHECK_EQUAL(1, wakes);
    CHECK_EQUAL(EARSHOT_RING_SAMPLES + 3 * EARSHOT_BLOCK_SAMPLES, earshot_microphone_lost_samples());
    CHECK_EQUAL(0, earshot_microphone_position());
    CHECK_EQUAL(EARSHOT_OK, earshot_microphone_stop());
    CHECK_EQUAL(0, converter_runs);
    /* What is there stays there; more will not come. */
    CHECK_EQUAL(1, earshot_microphone_await(EARSHOT_RING_SAMPLES));
    earshot_ring_reset(earshot_microphone_ring());
    CHECK_EQUAL(EARSHOT_FIRMWARE_MICROPHONE, earshot_microphone_await(1));
    earshot_microphone_await_none();
}
