/* Of the CMSIS-NN backend alone; the other tests run on it as on every kernel set. */
#ifdef TEST_CMSIS_NN

#include <stdlib.h>
#include <string.h>

#include "double.h"
#include "networks.h"
#include "oracle.h"

/* A mean of 25 values that keeps its scale: what the library can do with the pack's bits. */
static void mean_network(builder *b)
{
    builder_begin(b, 3, EARSHOT_MODE_WINDOW, 10, 25, 5, 25);
    const int x =
        builder_layer(b, EARSHOT_CONVOLUTION, 0, 8, (geometry){.kernel_time = 3, .kernel_frequency = 1});
    const int mean =
        builder_layer(b, EARSHOT_AVERAGE_POOL, x, 8, (geometry){.kernel_time = 5, .kernel_frequency = 5});
    b->tensors[mean].scale = b->tensors[x].scale;
    b->tensors[mean].zero_point = b->tensors[x].zero_point;
    b->layers[mean - 1].shift = 35;
    b->multipliers[mean - 1][0] = (int32_t)((((int64_t)1 << 35) + 12) / 25);
    builder_head(b, mean, 1, 1, 5);
}

void test_cmsis_nn_mean(void)
{
    builder b;
    running r;
    oracle expected;
    mean_network(&b);
    const int before = double_calls[DOUBLE_AVERAGE_POOL];
    if (!running_begin(&r, &b))
        return;
    int8_t *features = random_features(&r.model, 1, 25);
    CHECK_EQUAL(EARSHOT_OK, earshot_push_features(&r.engine, features, 25, NULL));
    oracle_run(&expected, &r.model, features, 25);
    CHECK(double_calls[DOUBLE_AVERAGE_POOL] > before);
    CHECK(memcmp(r.arena + r.model.tensors[2].offset, expected.values[2],
                 (size_t)expected.total[2] * earshot_column_bytes(&r.model.tensors[2])) == 0);
    oracle_free(&expected);
    free(features);
    running_end(&r);
}

void test_cmsis_nn_rounding(void)
{
    builder b;
    size_t size;
    earshot_model model;
    earshot_engine engine;
    network_stream(&b, 9, 1);
    uint8_t *pack = builder_finish(&b, &size);
    CHECK_EQUAL(EARSHOT_OK, earshot_model_open(&model, pack, size));
    uint8_t *arena = aligned_memory(earshot_arena_bytes(&model));
    double_rounds_twice = 1;
    CHECK_EQUAL(EARSHOT_ERROR_ARITHMETIC, earshot_init(&engine, &model, arena, earshot_arena_bytes(&model)));
    double_rounds_twice = 0;
    CHECK_EQUAL(EARSHOT_OK, earshot_init(&engine, &model, arena, earshot_arena_bytes(&model)));
    free_aligned(arena);
    builder_free_pack(pack);
}

/* Runs last: by then every function has been called by some network. */
void test_cmsis_nn_calls(void)
{
    for (int function = 0; function < DOUBLE_FUNCTIONS; ++function)
        CHECK(double_calls[function] > 0);
}

#endif
