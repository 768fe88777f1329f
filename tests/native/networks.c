#include "networks.h"

#include <stdlib.h>

static geometry random_geometry(random_state *random, int padded)
{
    geometry g = {0};
    g.kernel_time = random_int(random, 1, 5);
    g.kernel_frequency = random_int(random, 1, 5);
    g.stride_time = random_int(random, 1, 3);
    g.stride_frequency = random_int(random, 1, 3);
    g.dilation_time = random_int(random, 1, 2);
    g.dilation_frequency = random_int(random, 1, 2);
    if (padded) {
        g.pad_time_begin = random_int(random, 0, (g.kernel_time - 1) * g.dilation_time);
        g.pad_time_end = random_int(random, 0, (g.kernel_time - 1) * g.dilation_time);
        g.pad_frequency_begin = random_int(random, 0, (g.kernel_frequency - 1) * g.dilation_frequency);
        g.pad_frequency_end = random_int(random, 0, (g.kernel_frequency - 1) * g.dilation_frequency);
    }
    return g;
}

static geometry kernel(int time, int frequency, int stride_time, int stride_frequency)
{
    geometry g = {0};
    g.kernel_time = time;
    g.kernel_frequency = frequency;
    g.stride_time = stride_time;
    g.stride_frequency = stride_frequency;
    return g;
}

int network_one_layer(builder *b, uint64_t seed, int op)
{
    builder_begin(b, seed, EARSHOT_MODE_WINDOW, 12, 20, 5, 20);
    random_state *random = &b->random;
    const int channels = random_int(random, 1, 37);
    int x = builder_layer(b, EARSHOT_CONVOLUTION, 0, channels, kernel(3, 3, 1, 1));
    geometry g = random_geometry(random, random_int(random, 0, 1));
    if (op == EARSHOT_DEPTHWISE)
        x = builder_layer(b, op, x, channels * random_int(random, 1, 3), g);
    else if (op == EARSHOT_CONVOLUTION)
        x = builder_layer(b, op, x, random_int(random, 1, 20), g);
    else if (op == EARSHOT_POINTWISE)
        x = builder_layer(b, op, x, random_int(random, 1, 20),
                          kernel(1, 1, g.stride_time, g.stride_frequency));
    else if (op == EARSHOT_MAX_POOL || op == EARSHOT_AVERAGE_POOL)
        x = builder_layer(b, op, x, channels, g);
    else if (op == EARSHOT_DENSE)
        x = builder_layer(b, op, x, random_int(random, 1, 20),
                          kernel(g.kernel_time, b->tensors[x].frequency, g.stride_time, 1));
    else if (op == EARSHOT_LOOKUP || op == EARSHOT_SOFTMAX)
        x = builder_layer(b, op, x, channels, (geometry){0});
    else
        x = builder_join(b, op, x, builder_layer(b, EARSHOT_LOOKUP, x, channels, (geometry){0}),
                         random_int(random, 0, 3), random_int(random, 0, 3),
                         op == EARSHOT_CONCATENATE ? random_int(random, 0, 1) : 0);
    if (x < 0) {
        for (int i = 0; i < b->layer_count; ++i) {
            free(b->weights[i]);
            free(b->biases[i]);
            free(b->multipliers[i]);
        }
        return 0;
    }
    builder_head(b, x, 0, 1, random_int(random, 1, 9));
    return 1;
}

void network_stream(builder *b, uint64_t seed, int block_columns)
{
    builder_begin(b, seed, EARSHOT_MODE_STREAM, 16, 0, 0, block_columns);
    random_state *random = &b->random;
    geometry first = kernel(random_int(random, 1, 5), 5, random_int(random, 1, 3), 2);
    first.pad_frequency_begin = 2;
    first.pad_frequency_end = 1;
    first.dilation_time = random_int(random, 1, 3);
    int x = builder_layer(b, EARSHOT_CONVOLUTION, 0, 8, first);
    geometry depthwise = kernel(random_int(random, 1, 4), 3, random_int(random, 1, 2), 1);
    depthwise.pad_frequency_begin = depthwise.pad_frequency_end = 1;
    depthwise.dilation_time = random_int(random, 1, 2);
    x = builder_layer(b, EARSHOT_DEPTHWISE, x, 8, depthwise);
    x = builder_layer(b, EARSHOT_POINTWISE, x, 10, (geometry){0});
    /* A residual: the branch looks at k columns, so the direct way leaves out the first k - 1 - j of them. */
    geometry branch = kernel(random_int(random, 1, 4), 3, 1, 1);
    branch.pad_frequency_begin = branch.pad_frequency_end = 1;
    const int y = builder_layer(b, EARSHOT_CONVOLUTION, x, 10, branch);
    const int crop = random_int(random, 0, branch.kernel_time - 1);
    x = builder_join(b, EARSHOT_ADD, x, y, crop, 0, 0);
    const int z = builder_layer(b, EARSHOT_MAX_POOL, x, 10, kernel(1, 1, 1, 1));
    x = builder_join(b, EARSHOT_CONCATENATE, x, z, random_int(random, 0, 2), 0, random_int(random, 0, 1));
    x = builder_layer(b, EARSHOT_AVERAGE_POOL, x, b->tensors[x].channels,
                      kernel(random_int(random, 1, 3), 2, random_int(random, 1, 2), 2));
    x = builder_layer(b, EARSHOT_LOOKUP, x, b->tensors[x].channels, (geometry){0});
    builder_head(b, x, random_int(random, 1, 6), random_int(random, 1, 4), 5);
}

void network_window(builder *b, uint64_t seed, int block_columns, int share)
{
    builder_begin(b, seed, EARSHOT_MODE_WINDOW, 14, 23, 4, block_columns);
    random_state *random = &b->random;
    b->share = share;
    int x = 0;
    for (int i = 0; i < 4; ++i) {
        geometry g = random_geometry(random, 1);
        g.stride_time = random_int(random, 1, 2);
        g.stride_frequency = 1;
        g.pad_frequency_begin = g.pad_frequency_end = (g.kernel_frequency - 1) * g.dilation_frequency / 2;
        /* Enough padding that something is left to look at. */
        g.pad_time_begin = (g.kernel_time - 1) * g.dilation_time / 2;
        const int op = i == 2 ? EARSHOT_AVERAGE_POOL : EARSHOT_CONVOLUTION;
        x = builder_layer(b, op, x, i == 2 ? b->tensors[x].channels : 6, g);
        if (x < 0)
            abort();
    }
    const int y = builder_layer(b, EARSHOT_DEPTHWISE, x, 6, kernel(1, 1, 1, 1));
    x = builder_join(b, EARSHOT_ADD, x, y, 0, 0, 0);
    builder_head(b, x, 0, 1, 4);
}

/* A layer on `x`, or `x` when the random shape does not fit. */
static int random_layer(builder *b, int x)
{
    random_state *random = &b->random;
    const int channels = b->tensors[x].channels;
    geometry g = random_geometry(random, 1);
    int next;
    switch (random_int(random, 0, 7)) {
    case 0: /* the same shape again */
        g = kernel(3, 3, 1, 1);
        g.pad_time_begin = g.pad_time_end = g.pad_frequency_begin = g.pad_frequency_end = 1;
        next = builder_layer(b, EARSHOT_DEPTHWISE, x, channels, g);
        break;
    case 1:
        next = builder_layer(b, EARSHOT_DEPTHWISE, x, channels, g);
        break;
    case 2:
        next = builder_layer(b, EARSHOT_POINTWISE, x, random_int(random, 1, channels), (geometry){0});
        break;
    case 3:
        next = builder_layer(b, EARSHOT_CONVOLUTION, x, random_int(random, 1, channels + 1), g);
        break;
    case 4:
        next = builder_layer(b, EARSHOT_MAX_POOL, x, channels, g);
        break;
    case 5:
        next = builder_layer(b, EARSHOT_AVERAGE_POOL, x, channels, g);
        break;
    case 6:
        next = builder_layer(b, EARSHOT_LOOKUP, x, channels, (geometry){0});
        break;
    default: {
        const int y = builder_layer(b, EARSHOT_LOOKUP, x, channels, (geometry){0});
        const int crop = b->tensors[x].total > 1 ? random_int(random, 0, 1) : 0;
        next = random_int(random, 0, 1) ? builder_join(b, EARSHOT_ADD, x, y, crop, 0, 0)
                                        : builder_join(b, EARSHOT_ADD, y, x, 0, crop, 0);
    }
    }
    return next < 0 ? x : next;
}

void network_in_place(builder *b, uint64_t seed)
{
    builder_begin(b, seed, EARSHOT_MODE_WINDOW, 12, 20, 5, 20);
    random_state *random = &b->random;
    const int channels = random_int(random, 0, 1) ? 4 * random_int(random, 1, 4) : random_int(random, 1, 13);
    const uint32_t scratches[] = {0, 300, 1000, 20000};
    b->share = 1;
    b->in_place = builder_all_in_place;
    b->scratch = scratches[random_int(random, 0, 3)];
    int x = builder_layer(b, EARSHOT_CONVOLUTION, 0, channels, kernel(3, random_int(random, 1, 5), 1, 1));
    for (int i = random_int(random, 2, 6); i > 0; --i)
        x = random_layer(b, x);
    builder_head(b, x, 0, 1, random_int(random, 1, 9));
}

int running_begin(running *r, builder *b)
{
    r->pack = builder_finish(b, &r->pack_bytes);
    r->arena = NULL;
    const earshot_status opened = earshot_model_open(&r->model, r->pack, r->pack_bytes);
    CHECK_EQUAL(EARSHOT_OK, opened);
    if (opened < 0) {
        printf("  at record %d\n", earshot_model_fault(&r->model));
        return 0;
    }
    const size_t bytes = earshot_arena_bytes(&r->model);
    r->arena = aligned_memory(bytes);
    const earshot_status ready = earshot_init(&r->engine, &r->model, r->arena, bytes);
    CHECK_EQUAL(EARSHOT_OK, ready);
    return ready == EARSHOT_OK;
}

void running_end(running *r)
{
    free_aligned(r->arena);
    builder_free_pack(r->pack);
}

int8_t *random_features(const earshot_model *model, uint64_t seed, int columns)
{
    random_state random = {seed * 0x9E3779B97F4A7C15u + 7};
    const int count = columns * model->tensors[0].frequency;
    int8_t *features = malloc((size_t)count + 1);
    for (int i = 0; i < count; ++i)
        features[i] = (int8_t)random_int(&random, -128, 127);
    return features;
}
