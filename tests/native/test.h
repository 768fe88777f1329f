/* A test is a function; a failed CHECK prints where and marks the running test as failed. */
#ifndef TEST_H
#define TEST_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

void test_fail(const char *file, int line, const char *what);

#define CHECK(condition)                                                                                     \
    do {                                                                                                     \
        if (!(condition))                                                                                    \
            test_fail(__FILE__, __LINE__, #condition);                                                       \
    } while (0)

#define CHECK_EQUAL(expected, actual)                                                                        \
    do {                                                                                                     \
        const long long expected_value = (long long)(expected);                                              \
        const long long actual_value = (long long)(actual);                                                  \
        if (expected_value != actual_value) {                                                                \
            char text[200];                                                                                  \
            snprintf(text, sizeof text, "%s is %lld, expected %lld", #actual, actual_value, expected_value); \
            test_fail(__FILE__, __LINE__, text);                                                             \
        }                                                                                                    \
    } while (0)

/* How far results may lie from the oracle's; not 0 only for a kernel set that was made elsewhere. */
#ifndef TEST_STEPS
#define TEST_STEPS 0
#endif

int test_same(const int8_t *expected, const int8_t *actual, size_t count);

/* Failures of the running test so far: lets a loop stop at its first. */
int test_failures(void);

/* Repeatable random numbers (xorshift64*; Vigna, 2016). */
typedef struct random_state {
    uint64_t state;
} random_state;

static inline uint64_t random_bits(random_state *random)
{
    random->state ^= random->state >> 12;
    random->state ^= random->state << 25;
    random->state ^= random->state >> 27;
    return random->state * 0x2545F4914F6CDD1Du;
}

/* From `low` to `high`, both included. */
static inline int random_int(random_state *random, int low, int high)
{
    return low + (int)((random_bits(random) >> 33) % (uint64_t)(high - low + 1));
}

void test_arithmetic(void);
void test_logarithm(void);
void test_kernels(void);
void test_streaming(void);
void test_windows(void);
void test_long_stream(void);
void test_sound_in_pieces(void);
void test_pack_bytes(void);
void test_pack_fields(void);
void test_smallest_plan(void);
void test_shared_memory(void);
void test_in_place(void);
void test_hostile_in_place(void);
void test_pack_mutations(void);
void test_memory_given(void);
void test_labels(void);
void test_roots(void);
void test_products(void);
void test_front_end_synthetic(void);
void test_front_end_clips(void);
void test_silence(void);
void test_normalisation(void);
void test_level(void);
void test_front_end_settings(void);
void test_samples(void);
void test_samples_settings(void);

void test_cmsis_nn_mean(void);
void test_cmsis_nn_rounding(void);
void test_cmsis_nn_calls(void);

#endif
