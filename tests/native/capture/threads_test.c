/* Producer and consumer as two threads: ThreadSanitizer watches them in one of the builds. */
#include <pthread.h>
#include <sched.h>

#include "earshot/capture.h"
#include "test.h"
#include "tests.h"

enum { BLOCKS = 8, BLOCK = 16, MOST = 20000 };

static int16_t samples[BLOCKS * BLOCK];
static uint32_t numbers[BLOCKS];
static earshot_ring ring;
static earshot_capture capture;
static uint32_t is_done;

static void *produce(void *context)
{
    (void)context;
    for (uint32_t number = 0; number < MOST; ++number) {
        int16_t *block = earshot_ring_begin(&ring);
        for (uint32_t i = 0; block && i < BLOCK; ++i)
            block[i] = (int16_t)(number & 0x7fff);
        earshot_ring_end(&ring);
        /* Now ahead of the consumer, now behind it. */
        if (number % 64 < 48 || number % 1024 > 900)
            sched_yield();
    }
    __atomic_store_n(&is_done, 1, __ATOMIC_RELEASE);
    return NULL;
}

void test_ring_two_threads(void)
{
    earshot_ring_init(&ring, samples, numbers, BLOCKS, BLOCK);
    is_done = 0;
    pthread_t producer;
    CHECK_EQUAL(0, pthread_create(&producer, NULL, produce, NULL));
    uint64_t taken = 0;
    for (;;) {
        const int done = (int)__atomic_load_n(&is_done, __ATOMIC_ACQUIRE);
        const int16_t *pcm;
        const uint32_t count = earshot_ring_peek(&ring, 1 + (uint32_t)(taken % 11), &pcm);
        if (count == 0) {
            if (done)
                break;
            sched_yield();
            continue;
        }
        /* The block's content says which one it is, and the position must agree. */
        const int16_t first = pcm[0];
        for (uint32_t i = 1; i < count; ++i)
            CHECK_EQUAL(first, pcm[i]);
        earshot_ring_skip(&ring, count);
        taken += count;
        CHECK_EQUAL(first, (int16_t)(((earshot_ring_position(&ring) - 1) / BLOCK) & 0x7fff));
    }
    pthread_join(producer, NULL);
    CHECK_EQUAL((uint64_t)MOST * BLOCK, taken + earshot_ring_lost_samples(&ring));
    CHECK(taken > 0);
}

static void *convert(void *context)
{
    (void)context;
    static uint16_t raw[BLOCK];
    for (uint32_t number = 0; number < MOST; ++number) {
        for (uint32_t i = 0; i < BLOCK; ++i)
            raw[i] = (uint16_t)(2048 + (i % 2 == 0 ? 100 : -100));
        earshot_capture_unsigned(&capture, raw, BLOCK);
        if (number % 32 == 0)
            sched_yield();
    }
    __atomic_store_n(&is_done, 1, __ATOMIC_RELEASE);
    return NULL;
}

void test_statistics_two_threads(void)
{
    const earshot_capture_settings settings = {.decimation = 1, .bits = 12, .gain = 256, .dc_shift = 8};
    earshot_ring_init(&ring, samples, numbers, BLOCKS, BLOCK);
    CHECK_EQUAL(EARSHOT_OK, earshot_capture_init(&capture, &settings, &ring));
    is_done = 0;
    pthread_t converter;
    CHECK_EQUAL(0, pthread_create(&converter, NULL, convert, NULL));
    uint64_t heard = 0;
    uint32_t answers = 0;
    while (!__atomic_load_n(&is_done, __ATOMIC_ACQUIRE)) {
        earshot_capture_statistics statistics;
        if (earshot_capture_read_statistics(&capture, &statistics)) {
            answers++;
            heard += statistics.samples;
            CHECK(statistics.samples % BLOCK == 0 && statistics.samples > 0);
            CHECK_EQUAL(0, statistics.clipped);
            CHECK(statistics.minimum < 0 && statistics.maximum > 0);
        }
        sched_yield();
    }
    pthread_join(converter, NULL);
    CHECK(answers > 0);
    CHECK(heard <= (uint64_t)MOST * BLOCK);
}
