#include "earshot/capture.h"

#include <math.h>
#include <string.h>

#include "test.h"
#include "tests.h"

enum { BLOCKS = 1024, BLOCK = 16 };

static const double pi = 3.14159265358979323846;
static int16_t samples[BLOCKS * BLOCK];
static uint32_t numbers[BLOCKS];
static earshot_ring ring;
static earshot_capture capture;
static uint16_t raw[BLOCKS * BLOCK];
static int32_t wide[BLOCKS * BLOCK];

static void begin(uint16_t decimation, uint16_t bits, uint16_t gain)
{
    const earshot_capture_settings settings = {
        .decimation = decimation, .bits = bits, .gain = gain, .dc_shift = 10};
    CHECK_EQUAL(EARSHOT_OK, earshot_ring_init(&ring, samples, numbers, BLOCKS, BLOCK));
    CHECK_EQUAL(EARSHOT_OK, earshot_capture_init(&capture, &settings, &ring));
}

static double root_mean_square(uint32_t from, uint32_t to)
{
    double sum = 0;
    for (uint32_t i = from; i < to; ++i)
        sum += (double)samples[i] * samples[i];
    return sqrt(sum / (to - from));
}

/* What a sine of `frequency` (of the raw rate) comes out as, in dB. */
static double response(double frequency)
{
    const double amplitude = 16000;
    begin(2, 16, 256);
    for (uint32_t i = 0; i < 8192; ++i)
        raw[i] = (uint16_t)lrint(32768 + amplitude * sin(2 * pi * frequency * i));
    earshot_capture_unsigned(&capture, raw, 8192);
    return 20 * log10((root_mean_square(512, 4096) + 1e-3) / (amplitude / sqrt(2)));
}

void test_half_band_response(void)
{
    /* Frequencies of the raw rate; what is left ends at 0.25, and three quarters of it at 0.1875. */
    for (double f = 0.01; f <= 0.1875; f += 0.0125)
        CHECK(fabs(response(f)) < 0.03);
    for (double f = 0.3125; f < 0.495; f += 0.0125)
        CHECK(response(f) < -53);
}

void test_capture_is_exact(void)
{
    begin(1, 16, 256);
    random_state random = {1};
    for (uint32_t i = 0; i < BLOCK * 4; ++i)
        raw[i] = (uint16_t)(32768 + (i % 2 == 0 ? 1 : -1) * (int32_t)(random_bits(&random) % 2));
    /* Around its centre, and by so little that the mean does not move a step. */
    raw[0] = 32768;
    earshot_capture_unsigned(&capture, raw, BLOCK * 4);
    for (uint32_t i = 0; i < BLOCK * 4; ++i)
        CHECK_EQUAL(raw[i] - 32768, samples[i]);
    CHECK_EQUAL(BLOCK * 4, earshot_ring_available(&ring));
}

void test_capture_removes_offset(void)
{
    begin(1, 12, 256);
    /* Biased a fifth below the middle, as a microphone amplifier may be. */
    for (uint32_t i = 0; i < 16000; ++i)
        raw[i] = (uint16_t)lrint(1638 + 400 * sin(2 * pi * 0.0625 * i));
    earshot_capture_unsigned(&capture, raw, 16000);
    double mean = 0;
    for (uint32_t i = 8000; i < 16000; ++i)
        mean += samples[i] / 8000.0;
    CHECK(fabs(mean) < 8);
    /* 12 bits become 16: four bits more. */
    CHECK(fabs(root_mean_square(8000, 16000) / (400 * 16 / sqrt(2)) - 1) < 0.005);
    /* No step at the start either. */
    for (uint32_t i = 0; i < 100; ++i)
        CHECK(samples[i] > -7000 && samples[i] < 7000);
}

void test_capture_clips(void)
{
    earshot_capture_statistics statistics;
    begin(1, 16, 1024);
    earshot_capture_read_statistics(&capture, &statistics);
    for (uint32_t i = 0; i < 1024; ++i)
        raw[i] = (uint16_t)(32768 + (i % 2 == 0 ? 10000 : -10000));
    raw[0] = 32768;
    earshot_capture_unsigned(&capture, raw, 1024);
    CHECK_EQUAL(INT16_MIN, samples[1]);
    CHECK_EQUAL(INT16_MAX, samples[2]);
    CHECK_EQUAL(1, earshot_capture_read_statistics(&capture, &statistics));
    CHECK_EQUAL(1023, statistics.clipped);
    /* The converter's own ends are noticed, too, and once a sample even where the gain clips as well. */
    begin(1, 12, 8);
    earshot_capture_read_statistics(&capture, &statistics);
    for (uint32_t i = 0; i < 64; ++i)
        raw[i] = i < 5 ? 4095 : i < 8 ? 0 : 2000;
    earshot_capture_unsigned(&capture, raw, 64);
    CHECK_EQUAL(1, earshot_capture_read_statistics(&capture, &statistics));
    CHECK_EQUAL(8, statistics.clipped);
}

void test_capture_statistics(void)
{
    earshot_capture_statistics statistics;
    begin(1, 12, 256);
    CHECK_EQUAL(0, earshot_capture_read_statistics(&capture, &statistics));
    CHECK_EQUAL(0, earshot_capture_read_statistics(&capture, &statistics));
    for (uint32_t i = 0; i < 8000; ++i)
        raw[i] = (uint16_t)lrint(2148 + 500 * sin(2 * pi * 0.05 * i));
    earshot_capture_unsigned(&capture, raw, 8000);
    CHECK_EQUAL(1, earshot_capture_read_statistics(&capture, &statistics));
    CHECK_EQUAL(8000, statistics.samples);
    CHECK_EQUAL(0, statistics.clipped);
    int32_t minimum = INT16_MAX;
    int32_t maximum = INT16_MIN;
    for (uint32_t i = 0; i < 8000; ++i) {
        minimum = samples[i] < minimum ? samples[i] : minimum;
        maximum = samples[i] > maximum ? samples[i] : maximum;
    }
    CHECK_EQUAL(minimum, statistics.minimum);
    CHECK_EQUAL(maximum, statistics.maximum);
    const double rms = root_mean_square(0, 8000);
    CHECK(fabs(statistics.mean_square - rms * rms) <= 1);
    /* 100 of 2048 above the middle. */
    CHECK(statistics.offset > 1500 && statistics.offset < 1700);
    /* The next stretch starts afresh. */
    CHECK_EQUAL(0, earshot_capture_read_statistics(&capture, &statistics));
    earshot_capture_unsigned(&capture, raw, 16);
    CHECK_EQUAL(1, earshot_capture_read_statistics(&capture, &statistics));
    CHECK_EQUAL(16, statistics.samples);
}

void test_capture_signed(void)
{
    begin(1, 24, 256);
    /* Channel number and status in the lower byte must not be heard. */
    for (uint32_t i = 0; i < 1024; ++i)
        wide[i] = (int32_t)((uint32_t)lrint(4000000 * sin(2 * pi * 0.05 * i)) << 8 | (i & 0xff));
    earshot_capture_signed(&capture, wide, 1024, 8);
    for (uint32_t i = 0; i < 64; ++i)
        CHECK(fabs(samples[i] - 4000000 * sin(2 * pi * 0.05 * i) / 256) < 400);
    CHECK(fabs(root_mean_square(0, 1000) / (4000000 / 256.0 / sqrt(2)) - 1) < 0.02);
}

void test_capture_in_pieces(void)
{
    static int16_t whole[4096];
    random_state random = {7};
    for (uint32_t i = 0; i < 8192; ++i)
        raw[i] = (uint16_t)(random_bits(&random) & 4095);
    begin(2, 12, 300);
    earshot_capture_unsigned(&capture, raw, 8192);
    memcpy(whole, samples, sizeof whole);
    begin(2, 12, 300);
    for (uint32_t at = 0; at < 8192;) {
        uint32_t count = (uint32_t)(random_bits(&random) % 50);
        count = count < 8192 - at ? count : 8192 - at;
        earshot_capture_unsigned(&capture, raw + at, count);
        at += count;
    }
    CHECK_EQUAL(0, memcmp(whole, samples, sizeof whole));
}

void test_capture_settings(void)
{
    const earshot_capture_settings good = {.decimation = 8, .bits = 12, .gain = 256, .dc_shift = 8};
    earshot_ring_init(&ring, samples, numbers, BLOCKS, BLOCK);
    CHECK_EQUAL(EARSHOT_OK, earshot_capture_init(&capture, &good, &ring));
    for (int field = 0; field < 7; ++field) {
        earshot_capture_settings bad = good;
        bad.decimation = field == 0 ? 3 : field == 1 ? 0 : field == 2 ? 16 : bad.decimation;
        bad.bits = field == 3 ? 7 : field == 4 ? 25 : bad.bits;
        bad.gain = field == 5 ? 0 : bad.gain;
        bad.dc_shift = field == 6 ? 11 : bad.dc_shift;
        CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_capture_init(&capture, &bad, &ring));
    }
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_capture_init(&capture, &good, NULL));
}
