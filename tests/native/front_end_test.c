#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "builder.h"
#include "engine/rounding.h"
#include "frontend/fixed_point.h"
#include "frontend/logarithm.h"
#include "frontend/spectrum.h"
#include "frontend/twiddles.h"
#include "reference_front_end.h"
#include "settings.h"

static const double pi = 3.14159265358979323846;

static uint32_t root(int n, int i)
{
    const double angle = 2.0 * pi * i / n;
    const uint32_t cosine = (uint32_t)lrint(fmin(32768.0 * cos(angle), 32767.0)) & 0xffffu;
    const uint32_t sine = (uint32_t)lrint(fmin(32768.0 * sin(angle), 32767.0)) & 0xffffu;
    return sine << 16 | cosine;
}

void test_roots(void)
{
    for (uint32_t i = 0; i < EARSHOT_ROOTS_OF_512; ++i)
        CHECK(root(512, (int)i) == earshot_root_of_512(i) || i == 256); /* half a turn: never used */
    for (uint32_t i = 0; i < EARSHOT_ROOTS_OF_1024; ++i)
        CHECK_EQUAL(root(1024, (int)i), earshot_root_of_1024(i));
    CHECK(earshot_rounds_products());
}

/* The three ways to multiply give the same, whichever of them this build has chosen. */
void test_products(void)
{
    static const int32_t values[] = {0,      1,        -1,        65535,     65536,
                                     -65536, 12345678, -12345678, INT32_MAX, INT32_MIN};
    random_state random = {6};
    for (int i = 0; i < 100000; ++i) {
        const int32_t x = i < 10 ? values[i] : (int32_t)(random_bits(&random));
        const int32_t low = random_int(&random, -32768, 32767);
        const int32_t high = random_int(&random, -32768, 32767);
        const uint32_t pair = ((uint32_t)low & 0xffffu) | (uint32_t)high << 16;
        CHECK_EQUAL((int64_t)x * low >> 16, earshot_multiply_low(x, pair));
        CHECK_EQUAL((int64_t)x * high >> 16, earshot_multiply_high(x, pair));
        CHECK_EQUAL((x >> 16) * low + (((x & 0xffff) * low) >> 16), earshot_multiply_low(x, pair));
    }
}

void test_logarithm(void)
{
    random_state random = {5};
    double worst = 0.0;
    for (int i = 0; i < 1000000; ++i) {
        const double power = random_int(&random, 0, 63) + random_int(&random, 0, (1 << 20) - 1) / 1048576.0;
        const uint64_t value = (uint64_t)exp2(power);
        const double error = fabs(earshot_log2(value) - log2((double)value) * 65536.0);
        worst = error > worst ? error : worst;
    }
    printf("  worst error %.3f of 1/65536\n", worst);
    CHECK(worst <= 8.0);
    CHECK(abs(earshot_log2(1)) <= 8);
    CHECK(abs(earshot_log2(UINT64_MAX) - 64 * 65536) <= 8);
}

/* Features, log-mel and level of a clip by the module. */
typedef struct result {
    int8_t *features;
    int16_t *log_mel;
    int32_t *levels;
    size_t frames;
} result;

static void compute(const test_settings *own, const int16_t *pcm, size_t samples, result *r)
{
    const size_t frames = earshot_frame_count(&own->settings, samples);
    const size_t bytes = earshot_features_bytes(&own->settings);
    void *memory = aligned_memory(bytes);
    r->features = malloc(frames * own->settings.bands + 1);
    r->log_mel = malloc(frames * own->settings.bands * sizeof(int16_t) + 1);
    r->levels = malloc(frames * sizeof(int32_t) + 1);
    CHECK_EQUAL(EARSHOT_OK, earshot_features(&own->settings, pcm, samples, memory, bytes, r->features,
                                             r->log_mel, r->levels, frames, &r->frames));
    CHECK_EQUAL(frames, r->frames);
    free_aligned(memory);
}

static void release(result *r)
{
    free(r->features);
    free(r->log_mel);
    free(r->levels);
}

/* Worst error in dB of the bands within 60 dB of their frame's peak band, and of the level. */
typedef struct deviation {
    double band;
    double level;
    long long bands;
} deviation;

static void compare(const test_settings *own, const int16_t *pcm, size_t samples, deviation *worst)
{
    const double log2_to_decibel = 10.0 * log10(2.0) / 256.0;
    result r;
    compute(own, pcm, samples, &r);
    for (size_t frame = 0; frame < r.frames; ++frame) {
        double expected[256];
        double peak = -1000.0;
        const double level = reference_front_end(own, pcm + frame * own->settings.hop_samples, expected);
        for (int band = 0; band < own->settings.bands; ++band)
            peak = expected[band] > peak ? expected[band] : peak;
        for (int band = 0; band < own->settings.bands; ++band) {
            const double actual = r.log_mel[frame * own->settings.bands + band] * log2_to_decibel;
            if (expected[band] < peak - 60.0)
                continue;
            worst->band = fmax(worst->band, fabs(actual - expected[band]));
            ++worst->bands;
        }
        if (level > -100.0)
            worst->level = fmax(worst->level, fabs(r.levels[frame] / 256.0 - level));
    }
    release(&r);
}

/* A test signal: 0 noise, 1 chirp, 2 clicks, 3 square at full scale, 4 very quiet noise, 5 tone with a weak
 * overtone. */
static void synthesise(int kind, int16_t *pcm, int samples)
{
    random_state random = {(uint64_t)kind + 1};
    for (int i = 0; i < samples; ++i) {
        double value = 0.0;
        switch (kind) {
        case 0:
            value = random_int(&random, -30000, 30000);
            break;
        case 1:
            value = 20000.0 * sin(2.0 * pi * (50.0 + 0.2 * i) * i / 16000.0);
            break;
        case 2:
            value = i % 700 == 0 ? 32767.0 : 0.0;
            break;
        case 3:
            value = i / 40 % 2 ? 32767.0 : -32768.0;
            break;
        case 4:
            value = random_int(&random, -1, 1);
            break;
        default:
            value =
                30000.0 * sin(2.0 * pi * 440.0 * i / 16000.0) + 30.0 * sin(2.0 * pi * 5000.0 * i / 16000.0);
        }
        pcm[i] = (int16_t)lrint(value);
    }
}

void test_front_end_synthetic(void)
{
    static const int shapes[][4] = {{256, 128, 256, 20},
                                    {400, 160, 512, 40},
                                    {512, 256, 512, 30},
                                    {1024, 512, 1024, 64},
                                    {640, 320, 1024, 30}};
    enum { SAMPLES = 8000 };
    int16_t pcm[SAMPLES];
    deviation worst = {0};
    for (size_t shape = 0; shape < sizeof shapes / sizeof shapes[0]; ++shape) {
        test_settings own;
        test_settings_make(&own, 16000, shapes[shape][0], shapes[shape][1], shapes[shape][2],
                           shapes[shape][3]);
        CHECK_EQUAL(EARSHOT_OK, earshot_front_end_check(&own.settings));
        for (int kind = 0; kind < 6; ++kind) {
            synthesise(kind, pcm, SAMPLES);
            compare(&own, pcm, SAMPLES, &worst);
        }
    }
    printf("  worst band %.4f dB over %lld bands, worst level %.4f dB\n", worst.band, worst.bands,
           worst.level);
    CHECK(worst.bands > 10000);
    /* The worst comes from a frame of single steps, where the floor is all there is to round. */
    CHECK(worst.band <= 0.35);
    CHECK(worst.level <= 0.25);
}

/* Samples of a 16-bit mono WAV; the data set's own form. */
static int16_t *read_clip(const char *path, size_t *samples)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    uint8_t header[12];
    int16_t *pcm = NULL;
    if (fread(header, 1, 12, file) == 12) {
        while (fread(header, 1, 8, file) == 8) {
            uint32_t bytes;
            memcpy(&bytes, header + 4, sizeof bytes);
            if (memcmp(header, "data", 4) == 0) {
                pcm = malloc(bytes);
                *samples = fread(pcm, sizeof *pcm, bytes / sizeof *pcm, file);
                break;
            }
            fseek(file, (long)(bytes + (bytes & 1)), SEEK_CUR);
        }
    }
    fclose(file);
    return pcm;
}

/* EARSHOT_CLIPS names a text file with the path of one clip on each line; run.sh writes it. */
void test_front_end_clips(void)
{
    const char *list = getenv("EARSHOT_CLIPS");
    FILE *file = list ? fopen(list, "r") : NULL;
    if (!file) {
        printf("  NOT RUN: ESC-10 is not beside the repository\n");
        return;
    }
    test_settings own;
    test_settings_make(&own, 16000, 512, 256, 512, 30);
    deviation worst = {0};
    char path[1000];
    int clips = 0;
    while (fgets(path, sizeof path, file)) {
        size_t samples = 0;
        path[strcspn(path, "\r\n")] = 0;
        int16_t *pcm = read_clip(path, &samples);
        CHECK(pcm && samples > 10000);
        if (pcm)
            compare(&own, pcm, samples, &worst);
        free(pcm);
        ++clips;
    }
    fclose(file);
    printf("  %d clips, %lld bands: worst band %.4f dB, worst level %.4f dB\n", clips, worst.bands,
           worst.band, worst.level);
    CHECK(clips >= 10 && worst.bands > 10000);
    CHECK(worst.band <= 0.25);
    CHECK(worst.level <= 0.1);
}

void test_silence(void)
{
    int16_t pcm[4000] = {0};
    test_settings own;
    result r;
    test_settings_make(&own, 16000, 512, 256, 512, 30);
    compute(&own, pcm, 4000, &r);
    for (size_t i = 0; i < r.frames * 30; ++i)
        CHECK_EQUAL(4 * 256, r.log_mel[i]); /* the floor of 16 is 2^4 */
    for (size_t i = 0; i < r.frames; ++i)
        CHECK_EQUAL(EARSHOT_LEVEL_FLOOR, r.levels[i]);
    release(&r);
    compute(&own, pcm, 511, &r);
    CHECK_EQUAL(0, r.frames);
    release(&r);
}

void test_normalisation(void)
{
    int16_t pcm[16000];
    test_settings own;
    result fixed, causal;
    synthesise(5, pcm, 8000);
    synthesise(0, pcm + 8000, 8000);
    test_settings_make(&own, 16000, 512, 256, 512, 30);
    compute(&own, pcm, 16000, &fixed);
    own.settings.normalisation = EARSHOT_NORMALISATION_CAUSAL;
    own.settings.level_rate = 3277;
    own.settings.level_start = 10 * 256;
    own.settings.zero_point = -7;
    memset(own.means, 0, sizeof own.means);
    compute(&own, pcm, 16000, &causal);
    double running = 10.0 * 256;
    for (size_t frame = 0; frame < fixed.frames; ++frame) {
        double mean = 0.0;
        for (int band = 0; band < 30; ++band)
            mean += fixed.log_mel[frame * 30 + band] / 30.0;
        running += (mean - running) * 3277.0 / 65536.0;
        for (int band = 0; band < 30; ++band) {
            const double scale = own.multipliers[band] / 4294967296.0;
            const size_t i = frame * 30 + band;
            const double plain = (fixed.log_mel[i] - 256.0 * (12 + band % 5)) * scale;
            const double moved = (causal.log_mel[i] - running) * scale - 7.0;
            CHECK_EQUAL(fixed.log_mel[i], causal.log_mel[i]);
            CHECK(fabs(fmin(fmax(plain, -128.0), 127.0) - fixed.features[i]) <= 0.5);
            CHECK(fabs(fmin(fmax(moved, -128.0), 127.0) - causal.features[i]) <= 0.5 + 2.0 * scale);
        }
    }
    release(&fixed);
    release(&causal);
}

void test_level(void)
{
    static const struct {
        double hertz, amplitude;
    } tones[] = {{1000.0, 32767.0}, {1000.0, 327.67}, {125.0, 20000.0}, {4000.0, 10000.0}};
    for (size_t tone = 0; tone < sizeof tones / sizeof tones[0]; ++tone) {
        int16_t pcm[2048];
        test_settings own;
        result r;
        for (int i = 0; i < 2048; ++i)
            pcm[i] = (int16_t)lrint(tones[tone].amplitude * sin(2.0 * pi * tones[tone].hertz * i / 16000.0));
        test_settings_make(&own, 16000, 1024, 512, 1024, 30);
        compute(&own, pcm, 2048, &r);
        const double expected =
            20.0 * log10(tones[tone].amplitude / 32768.0) + 10.0 * log10(test_a_weighting(tones[tone].hertz));
        /* Between the peaks of the filter bank the A-curve is a chord: at low frequencies up to half a dB
         * off. */
        CHECK(fabs(r.levels[0] / 256.0 - expected) < (tones[tone].hertz < 500.0 ? 0.5 : 0.05));
        release(&r);
    }
}

void test_front_end_settings(void)
{
    test_settings own;
    test_settings_make(&own, 16000, 512, 256, 512, 30);
    earshot_front_end_settings *s = &own.settings;
    CHECK_EQUAL(EARSHOT_OK, earshot_front_end_check(s));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_front_end_check(NULL));
    const test_settings right = own;
    own.window[3] = (1 << 25) + 1;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    for (int i = 0; i < 512; ++i)
        own.window[i] = 2 * right.window[i];
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    for (int i = 0; i < 512; ++i)
        own.window[i] = i % 2 ? -right.window[i] : right.window[i];
    CHECK_EQUAL(EARSHOT_OK, earshot_front_end_check(s));
    s->frame_samples = 511;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    s->frame_samples = 512;
    own.triangles[29].first_bin--;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    own.triangles[29] = right.triangles[29];
    own.triangles[29].rise_slope *= 2;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    own.triangles[29] = right.triangles[29];
    own.triangles[s->triangle_count - 1].bins = 1;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    own.triangles[s->triangle_count - 1].bins = 0;
    s->first_band = (uint16_t)(s->triangle_count - 29);
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    s->first_band = right.settings.first_band;
    s->log_offset = 40 * 65536 + 1;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    s->log_offset = right.settings.log_offset;
    s->shift = 23;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    test_settings_make(&own, 16000, 512, 256, 512, 30);
    own.multipliers[2] = 0;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
}

/* Settings for raw samples, with the filter bank of log-mel features for the level. */
static void samples_settings(test_settings *own)
{
    test_settings_make(own, 16000, 512, 256, 512, 30);
    earshot_front_end_settings *s = &own->settings;
    s->kind = EARSHOT_FRONT_END_SAMPLES;
    s->bands = s->hop_samples;
    s->first_band = s->triangle_count;
    s->shift = 0;
    s->means = NULL;
    s->multipliers = NULL;
}

/* ITU-T G.711 in the words of the header, with the C library's logarithm. */
static int companded(int sample)
{
    const double magnitude = fmin(floor(abs(sample) / 4.0) + 33.0, 8191.0);
    const double segment = floor(log2(magnitude)) - 5.0;
    const int code = (int)(16.0 * segment + floor(magnitude / exp2(segment + 1.0)) - 16.0);
    return sample < 0 ? -code : code;
}

void test_samples(void)
{
    enum { FRAMES = 257, COUNT = 256 * (FRAMES + 1) };
    static int16_t pcm[COUNT];
    test_settings own, mel;
    result r, expected;
    /* The first hop is never the newest of a frame; behind it comes every 16-bit value. */
    for (int i = 0; i < COUNT; ++i)
        pcm[i] = (int16_t)((i & 65535) - 32768);
    samples_settings(&own);
    compute(&own, pcm, COUNT, &r);
    CHECK_EQUAL(FRAMES, (int)r.frames);
    int wrong = 0;
    for (int i = 0; i < 256 * FRAMES; ++i)
        wrong += r.features[i] != companded(pcm[256 + i]);
    CHECK_EQUAL(0, wrong);
    CHECK_EQUAL(-127, companded(-32768));
    CHECK_EQUAL(127, companded(32767));
    CHECK_EQUAL(0, companded(3));
    test_settings_make(&mel, 16000, 512, 256, 512, 30);
    compute(&mel, pcm, COUNT, &expected);
    CHECK(memcmp(expected.levels, r.levels, FRAMES * sizeof *r.levels) == 0);
    release(&expected);
    release(&r);
}

void test_samples_settings(void)
{
    test_settings own;
    earshot_front_end_settings *s = &own.settings;
    samples_settings(&own);
    CHECK_EQUAL(EARSHOT_OK, earshot_front_end_check(s));
    s->bands = 255;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    samples_settings(&own);
    s->first_band = 0;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    samples_settings(&own);
    s->zero_point = 1;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    samples_settings(&own);
    s->shift = 24;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    samples_settings(&own);
    s->normalisation = EARSHOT_NORMALISATION_CAUSAL;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
    test_settings_make(&own, 16000, 512, 256, 512, 30);
    s->kind = 3;
    CHECK_EQUAL(EARSHOT_ERROR_FRONT_END, earshot_front_end_check(s));
}
