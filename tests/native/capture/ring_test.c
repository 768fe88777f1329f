#include "earshot/ring.h"
#include "test.h"
#include "tests.h"

enum { BLOCKS = 4, BLOCK = 8 };

typedef struct small_ring {
    earshot_ring ring;
    int16_t samples[BLOCKS * BLOCK];
    uint32_t numbers[BLOCKS];
} small_ring;

static void prepare(small_ring *small)
{
    CHECK_EQUAL(EARSHOT_OK, earshot_ring_init(&small->ring, small->samples, small->numbers, BLOCKS, BLOCK));
}

/* Samples carry their own position. */
static void produce(earshot_ring *ring, int32_t number)
{
    int16_t *block = earshot_ring_begin(ring);
    for (int32_t i = 0; block && i < BLOCK; ++i)
        block[i] = (int16_t)(number * BLOCK + i);
    earshot_ring_end(ring);
}

static uint32_t consume(earshot_ring *ring, uint32_t wanted, int16_t *out)
{
    uint32_t got = 0;
    while (got < wanted) {
        const int16_t *pcm;
        const uint32_t count = earshot_ring_peek(ring, wanted - got, &pcm);
        if (count == 0)
            break;
        for (uint32_t i = 0; i < count; ++i)
            out[got + i] = pcm[i];
        earshot_ring_skip(ring, count);
        got += count;
    }
    return got;
}

void test_ring_order(void)
{
    small_ring small;
    prepare(&small);
    int16_t out[BLOCKS * BLOCK];
    int32_t produced = 0;
    int32_t consumed = 0;
    for (int32_t round = 0; round < 1000; ++round) {
        while (earshot_ring_available(&small.ring) <= (BLOCKS - 1) * BLOCK - 1)
            produce(&small.ring, produced++);
        const uint32_t wanted = (uint32_t)(round % 23);
        CHECK_EQUAL(wanted, consume(&small.ring, wanted, out));
        for (uint32_t i = 0; i < wanted; ++i)
            CHECK_EQUAL((int16_t)consumed++, out[i]);
        CHECK_EQUAL(consumed, earshot_ring_position(&small.ring));
        CHECK_EQUAL(produced * BLOCK - consumed, earshot_ring_available(&small.ring));
    }
    CHECK_EQUAL(0, earshot_ring_lost_samples(&small.ring));
}

void test_ring_overrun(void)
{
    small_ring small;
    prepare(&small);
    int16_t out[BLOCKS * BLOCK];
    for (int32_t number = 0; number < BLOCKS + 3; ++number)
        produce(&small.ring, number);
    CHECK_EQUAL(3 * BLOCK, earshot_ring_lost_samples(&small.ring));
    CHECK_EQUAL(BLOCKS * BLOCK, earshot_ring_available(&small.ring));
    /* What was there first stays; the newest is lost. */
    CHECK_EQUAL(BLOCKS * BLOCK, consume(&small.ring, BLOCKS * BLOCK, out));
    CHECK_EQUAL(0, out[0]);
    CHECK_EQUAL(BLOCKS * BLOCK, earshot_ring_position(&small.ring));
    CHECK_EQUAL(0, consume(&small.ring, 1, out));
    /* The next block lies behind the gap. */
    produce(&small.ring, BLOCKS + 3);
    CHECK_EQUAL(2, consume(&small.ring, 2, out));
    CHECK_EQUAL((BLOCKS + 3) * BLOCK + 1, out[1]);
    CHECK_EQUAL((BLOCKS + 3) * BLOCK + 2, earshot_ring_position(&small.ring));
    earshot_ring_reset(&small.ring);
    CHECK_EQUAL(0, earshot_ring_position(&small.ring));
    CHECK_EQUAL(0, earshot_ring_lost_samples(&small.ring));
    CHECK_EQUAL(0, earshot_ring_available(&small.ring));
}

/* At 250 blocks a second the counters wrap after 198 days. */
void test_ring_wraps(void)
{
    small_ring small;
    prepare(&small);
    int16_t out[BLOCK];
    /* As it stands just before. */
    small.ring.arrived = small.ring.written = small.ring.taken = UINT32_MAX - 5;
    small.ring.position = (uint64_t)(UINT32_MAX - 5) * BLOCK;
    for (int32_t number = 0; number < 20; ++number) {
        produce(&small.ring, number);
        CHECK_EQUAL(BLOCK, earshot_ring_available(&small.ring));
        CHECK_EQUAL(BLOCK, consume(&small.ring, BLOCK, out));
        CHECK_EQUAL(number * BLOCK, out[0]);
        CHECK_EQUAL(((uint64_t)(UINT32_MAX - 5) + (uint64_t)number + 1) * BLOCK,
                    earshot_ring_position(&small.ring));
    }
    small.ring.lost = UINT32_MAX;
    CHECK_EQUAL((uint64_t)UINT32_MAX * BLOCK, earshot_ring_lost_samples(&small.ring));
    small.ring.lost = 2;
    CHECK_EQUAL(((uint64_t)UINT32_MAX + 3) * BLOCK, earshot_ring_lost_samples(&small.ring));
}

void test_ring_arguments(void)
{
    small_ring small;
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_ring_init(&small.ring, small.samples, small.numbers, 1, 8));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_ring_init(&small.ring, small.samples, small.numbers, 6, 8));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_ring_init(&small.ring, small.samples, small.numbers, 4, 0));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_ring_init(&small.ring, NULL, small.numbers, 4, 8));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_ring_init(&small.ring, small.samples, NULL, 4, 8));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_ring_init(NULL, small.samples, small.numbers, 4, 8));
}
