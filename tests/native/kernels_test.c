#include <stdlib.h>
#include <string.h>

#include "networks.h"
#include "nn/arithmetic.h"
#include "oracle.h"

/* What a Cortex-M4 does with SMMLA, a rounding constant and an arithmetic shift. */
static int32_t smmla_round_shift(int32_t accumulator, int32_t multiplier, uint32_t shift)
{
    const int32_t high = (int32_t)(((int64_t)accumulator * multiplier) >> 32);
    return (high + (int32_t)(1u << (shift - 33))) >> (shift - 32);
}

void test_arithmetic(void)
{
    random_state random = {42};
    CHECK_EQUAL(1, earshot_round_shift(1 << 12, 1 << 20, 33)); /* a half goes up */
    CHECK_EQUAL(0, earshot_round_shift(-(1 << 12), 1 << 20, 33));
    CHECK_EQUAL(0, earshot_round_even(1, 1));
    CHECK_EQUAL(2, earshot_round_even(3, 1));
    CHECK_EQUAL(0, earshot_round_even(-1, 1));
    CHECK_EQUAL(-2, earshot_round_even(-3, 1));
    CHECK_EQUAL(32767, earshot_round_even(INT64_MAX / 2, 1));
    for (int i = 0; i < 1000000 && test_failures() == 0; ++i) {
        const int32_t accumulator = (int32_t)random_bits(&random) >> random_int(&random, 0, 30);
        const int32_t multiplier = (int32_t)(random_bits(&random) >> 33) | 1;
        const uint32_t shift = (uint32_t)random_int(&random, 33, 62);
        const __int128 twice = (__int128)accumulator * multiplier * 2 + ((__int128)1 << shift);
        const __int128 divisor = (__int128)1 << (shift + 1);
        const __int128 expected = twice / divisor - (twice % divisor < 0);
        CHECK_EQUAL(expected, earshot_round_shift(accumulator, multiplier, shift));
        CHECK_EQUAL(expected, smmla_round_shift(accumulator, multiplier, shift));
    }
}

/* Every tensor of one window, computed in one block, so that column 0 of each ring is column 0 of the window.
 */
static void compare_window(running *r, uint64_t seed)
{
    const int columns = r->model.header->window_columns;
    int8_t *features = random_features(&r->model, seed, columns);
    earshot_progress progress;
    oracle expected;
    CHECK_EQUAL(EARSHOT_OK, earshot_push_features(&r->engine, features, (size_t)columns, &progress));
    CHECK_EQUAL(1, progress.decisions);
    oracle_run(&expected, &r->model, features, columns);
    for (int t = 1; t < r->model.header->tensor_count; ++t) {
        const earshot_pack_tensor *tensor = &r->model.tensors[t];
        CHECK_EQUAL(tensor->total, expected.total[t]);
        CHECK(test_same(expected.values[t], (const int8_t *)r->arena + tensor->offset,
                        (size_t)tensor->total * earshot_column_bytes(tensor)));
    }
    oracle_free(&expected);
    free(features);
}

void test_kernels(void)
{
    for (int op = EARSHOT_CONVOLUTION; op <= EARSHOT_LOOKUP; ++op) {
        int compared = 0;
        for (uint64_t seed = 1; seed <= 150 && test_failures() == 0; ++seed) {
            builder b;
            running r;
            if (!network_one_layer(&b, seed * 16 + (uint64_t)op, op))
                continue;
            if (running_begin(&r, &b))
                compare_window(&r, seed);
            running_end(&r);
            ++compared;
        }
        if (test_failures() > 0)
            printf("  operator %d, network %d\n", op, compared);
        else
            CHECK(compared >= 50);
    }
}
