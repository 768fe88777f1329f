/* What the firmware says of its microphone: statistics, and the tone check. */
#include <math.h>
#include <stdlib.h>

#include "firmware/microphone.h"
#include "firmware/status.h"
#include "firmware/tone_check.h"
#include "port_double.h"
#include "test.h"
#include "tests.h"

static const double pi = 3.14159265358979323846;

static void play(double frequency, double amplitude, uint32_t from, uint32_t samples)
{
    for (uint32_t at = 0; at < samples; at += EARSHOT_BLOCK_SAMPLES) {
        uint16_t raw[EARSHOT_BLOCK_SAMPLES];
        for (uint32_t i = 0; i < EARSHOT_BLOCK_SAMPLES; ++i)
            raw[i] = (uint16_t)lrint(32768 + amplitude * sin(2 * pi * frequency / 16000 * (from + at + i)));
        earshot_microphone_hear_unsigned(raw, EARSHOT_BLOCK_SAMPLES);
    }
}

void test_firmware_statistics(void)
{
    int32_t fields[EARSHOT_STATISTICS_FIELDS + 1] = {0};
    fields[EARSHOT_STATISTICS_FIELDS] = 0x55;
    CHECK_EQUAL(EARSHOT_FIRMWARE_MICROPHONE,
                earshot_microphone_read_statistics(fields, EARSHOT_STATISTICS_FIELDS));
    CHECK_EQUAL(0, earshot_microphone_sample_rate());
    CHECK_EQUAL(EARSHOT_OK, earshot_microphone_start(16000));
    CHECK_EQUAL(16000, earshot_microphone_sample_rate());
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT,
                earshot_microphone_read_statistics(fields, EARSHOT_STATISTICS_FIELDS - 1));
    play(0, 0, 0, EARSHOT_BLOCK_SAMPLES);
    /* The first call asks; the answer comes with the next block. */
    CHECK_EQUAL(0, earshot_microphone_read_statistics(fields, EARSHOT_STATISTICS_FIELDS));
    CHECK_EQUAL(0, earshot_microphone_read_statistics(fields, EARSHOT_STATISTICS_FIELDS));
    play(0, 0, 0, EARSHOT_BLOCK_SAMPLES);
    CHECK_EQUAL(1, earshot_microphone_read_statistics(fields, EARSHOT_STATISTICS_FIELDS + 1));
    CHECK_EQUAL(2 * EARSHOT_BLOCK_SAMPLES, fields[0]);
    CHECK_EQUAL(0, fields[1]);
    CHECK_EQUAL(0, fields[2]);
    CHECK_EQUAL(0, fields[3]);
    CHECK_EQUAL(0, fields[4]);
    CHECK_EQUAL(0, fields[5]);
    CHECK_EQUAL(0x55, fields[EARSHOT_STATISTICS_FIELDS]);
    /* A sine that is as large as the converter: its ends are counted. */
    play(1000, 32767, 0, 1600);
    CHECK_EQUAL(1, earshot_microphone_read_statistics(fields, EARSHOT_STATISTICS_FIELDS));
    play(1000, 32767, 1600, 1600);
    CHECK_EQUAL(1, earshot_microphone_read_statistics(fields, EARSHOT_STATISTICS_FIELDS));
    CHECK(fields[0] > 1000);
    CHECK(fields[1] > fields[0] / 20 && fields[1] < fields[0] / 4);
    CHECK(fields[2] < -32000);
    CHECK(fields[3] > 32000);
    CHECK(fabs(fields[5] / 536870912.0 - 1) < 0.05);
    CHECK_EQUAL(EARSHOT_OK, earshot_microphone_stop());
    CHECK_EQUAL(0, earshot_microphone_sample_rate());
    CHECK_EQUAL(EARSHOT_FIRMWARE_MICROPHONE,
                earshot_microphone_read_statistics(fields, EARSHOT_STATISTICS_FIELDS));
}

void test_firmware_tone_check(void)
{
    int32_t fields[EARSHOT_TONE_FIELDS];
    CHECK_EQUAL(EARSHOT_FIRMWARE_MICROPHONE, earshot_tone_check_begin(1000));
    CHECK_EQUAL(EARSHOT_FIRMWARE_MICROPHONE, earshot_tone_check_hear(1));
    CHECK_EQUAL(EARSHOT_FIRMWARE_NO_SOUND, earshot_tone_check_read(fields, EARSHOT_TONE_FIELDS));
    CHECK_EQUAL(EARSHOT_OK, earshot_microphone_start(16000));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_tone_check_begin(0));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_tone_check_begin(8001));
    CHECK_EQUAL(EARSHOT_OK, earshot_tone_check_begin(1000));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_tone_check_hear(-1));
    CHECK_EQUAL(0, earshot_tone_check_hear(100));
    CHECK_EQUAL(EARSHOT_FIRMWARE_NO_SOUND, earshot_tone_check_read(fields, EARSHOT_TONE_FIELDS));
    /* Pieces that end within blocks. */
    for (uint32_t at = 0; at < 8000; at += EARSHOT_BLOCK_SAMPLES) {
        play(1000, 3276.7, at, EARSHOT_BLOCK_SAMPLES);
        CHECK_EQUAL(EARSHOT_BLOCK_SAMPLES - 24, earshot_tone_check_hear(EARSHOT_BLOCK_SAMPLES - 24));
        CHECK_EQUAL(24, earshot_tone_check_hear(EARSHOT_BLOCK_SAMPLES));
    }
    CHECK_EQUAL(8000, earshot_microphone_position());
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_tone_check_read(fields, EARSHOT_TONE_FIELDS - 1));
    CHECK_EQUAL(EARSHOT_OK, earshot_tone_check_read(fields, EARSHOT_TONE_FIELDS));
    CHECK(abs(fields[0] + 20 * 256) < 64);
    CHECK(fields[1] > 30 * 256);
    CHECK_EQUAL(8000, fields[2]);
    /* The same sound is no other tone. */
    CHECK_EQUAL(EARSHOT_OK, earshot_tone_check_begin(1500));
    play(1000, 3276.7, 0, EARSHOT_RING_SAMPLES / 2);
    CHECK_EQUAL(EARSHOT_RING_SAMPLES / 2, earshot_tone_check_hear(EARSHOT_RING_SAMPLES));
    CHECK_EQUAL(EARSHOT_OK, earshot_tone_check_read(fields, EARSHOT_TONE_FIELDS));
    CHECK(fields[1] < -10 * 256);
    CHECK_EQUAL(EARSHOT_OK, earshot_microphone_stop());
}
