#include "earshot/tone.h"

#include <math.h>

#include "test.h"
#include "tests.h"

static const double pi = 3.14159265358979323846;
static int16_t pcm[16000];

static earshot_tone_result check(uint32_t frequency, uint32_t count)
{
    earshot_tone tone;
    earshot_tone_result result;
    CHECK_EQUAL(EARSHOT_OK, earshot_tone_begin(&tone, frequency, 16000));
    for (uint32_t at = 0; at < count; at += 100)
        earshot_tone_push(&tone, pcm + at, 100);
    CHECK_EQUAL(EARSHOT_OK, earshot_tone_read(&tone, &result));
    CHECK_EQUAL(count, result.samples);
    return result;
}

static void play(double frequency, double amplitude, double noise)
{
    random_state random = {3};
    for (uint32_t i = 0; i < 16000; ++i) {
        const double uniform = (double)(random_bits(&random) >> 11) / 9007199254740992.0 * 2 - 1;
        pcm[i] = (int16_t)lrint(amplitude * sin(2 * pi * frequency / 16000 * i + 0.7) +
                                noise * uniform * sqrt(1.5) + 300);
    }
}

void test_tone_level(void)
{
    for (int frequency = 100; frequency < 8000; frequency += 700) {
        for (int decibels = 0; decibels >= -60; decibels -= 20) {
            play(frequency, 32767.0 * 0.98 * pow(10, decibels / 20.0), 0);
            CHECK(fabs(check((uint32_t)frequency, 8000).level / 256.0 - (decibels - 0.175)) < 0.15);
        }
    }
}

void test_tone_ratio(void)
{
    /* Noise of the same power as the tone: 0 dB; a hundred times as much: -20 dB. */
    play(1000, 1000, 1000);
    CHECK(fabs(check(1000, 16000).ratio / 256.0) < 0.5);
    play(1000, 10000, 1000);
    CHECK(fabs(check(1000, 16000).ratio / 256.0 - 20) < 0.5);
    /* Another tone, or a converter that is a fifth too fast, is not this one. */
    play(1200, 10000, 100);
    CHECK(check(1000, 16000).ratio < -30 * 256);
    play(1000, 0, 1000);
    CHECK(check(1000, 16000).ratio < -25 * 256);
    /* A line that is stuck is no tone, whatever its offset. */
    for (uint32_t i = 0; i < 16000; ++i)
        pcm[i] = 12345;
    CHECK(check(1000, 16000).level < -55 * 256);
}

void test_tone_arguments(void)
{
    earshot_tone tone;
    earshot_tone_result result;
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_tone_begin(&tone, 0, 16000));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_tone_begin(&tone, 8001, 16000));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_tone_begin(NULL, 1000, 16000));
    CHECK_EQUAL(EARSHOT_OK, earshot_tone_begin(&tone, 1000, 16000));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_tone_read(&tone, &result));
}
