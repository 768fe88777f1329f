/*
 * Writes what the images run: the benchmark networks of docs/performance.md with random weights, and vectors
 * for every kernel, each with the tensors that the reference kernels compute on this machine.
 *
 *     make-models FOLDER
 *
 * FOLDER/NAME.case holds one case, FOLDER/vectors.cases and FOLDER/small.cases many; see ../image/cases.h.
 */
#include <stdlib.h>
#include <string.h>

#include "../image/cases.h"
#include "networks.h"

static geometry shape(int kernel_time, int kernel_frequency, int stride, int pad_time_begin, int pad_time_end,
                      int pad_frequency_begin, int pad_frequency_end)
{
    geometry g = {0};
    g.kernel_time = kernel_time;
    g.kernel_frequency = kernel_frequency;
    g.stride_time = g.stride_frequency = stride;
    g.pad_time_begin = pad_time_begin;
    g.pad_time_end = pad_time_end;
    g.pad_frequency_begin = pad_frequency_begin;
    g.pad_frequency_end = pad_frequency_end;
    return g;
}

/* One network: s = 33 and natural clamps as the packer chooses them. */
static void settle(builder *b)
{
    for (int i = 0; i < b->layer_count; ++i) {
        earshot_pack_layer *layer = &b->layers[i];
        if (layer->op < EARSHOT_CONVOLUTION || layer->op > EARSHOT_DENSE)
            continue;
        for (uint32_t k = 0; k < layer->multiplier_count; ++k) {
            b->multipliers[i][k] >>= layer->shift - 33;
            if (b->multipliers[i][k] < 1)
                b->multipliers[i][k] = 1;
        }
        layer->shift = 33;
        layer->clamp_min = -128;
    }
}

/* Mean over everything; its single multiplier turns the sum into the mean. */
static int global_average(builder *b, int input)
{
    geometry g = {0};
    g.kernel_time = b->tensors[input].total;
    g.kernel_frequency = b->tensors[input].frequency;
    return builder_layer(b, EARSHOT_AVERAGE_POOL, input, b->tensors[input].channels, g);
}

static void dense_head(builder *b, int x, int hidden, int classes, int columns, int stride)
{
    geometry g = {0};
    g.kernel_time = b->header.mode == EARSHOT_MODE_WINDOW ? b->tensors[x].total : columns;
    g.kernel_frequency = b->tensors[x].frequency;
    g.stride_time = stride;
    x = builder_layer(b, EARSHOT_DENSE, x, hidden, g);
    builder_head(b, x, 1, 1, classes);
}

static void keyword_spotting(builder *b, uint64_t seed)
{
    builder_begin(b, seed, EARSHOT_MODE_WINDOW, 10, 49, 49, 49);
    int x = builder_layer(b, EARSHOT_CONVOLUTION, 0, 64, shape(10, 4, 2, 4, 5, 1, 1));
    for (int i = 0; i < 4; ++i) {
        x = builder_layer(b, EARSHOT_DEPTHWISE, x, 64, shape(3, 3, 1, 1, 1, 1, 1));
        x = builder_layer(b, EARSHOT_POINTWISE, x, 64, (geometry){0});
    }
    builder_head(b, global_average(b, x), 1, 1, 12);
}

static void stride_ds(builder *b, uint64_t seed, int frames)
{
    builder_begin(b, seed, EARSHOT_MODE_WINDOW, 30, frames, frames, frames);
    const int even = frames % 2 == 0;
    int x = builder_layer(b, EARSHOT_CONVOLUTION, 0, 24, shape(5, 5, 2, even ? 1 : 2, 2, 1, 2));
    x = builder_layer(b, EARSHOT_DEPTHWISE, x, 24, shape(5, 5, 2, b->tensors[x].total % 2 ? 2 : 1, 2, 2, 2));
    x = builder_layer(b, EARSHOT_POINTWISE, x, 36, (geometry){0});
    x = builder_layer(b, EARSHOT_DEPTHWISE, x, 36, shape(5, 5, 2, 0, 0, 0, 0));
    x = builder_layer(b, EARSHOT_POINTWISE, x, 54, (geometry){0});
    dense_head(b, x, 64, 10, 0, 1);
}

static void sb_cnn(builder *b, uint64_t seed)
{
    builder_begin(b, seed, EARSHOT_MODE_WINDOW, 30, 31, 31, 31);
    int x = builder_layer(b, EARSHOT_CONVOLUTION, 0, 24, shape(5, 5, 1, 2, 2, 2, 2));
    x = builder_layer(b, EARSHOT_MAX_POOL, x, 24, shape(2, 2, 2, 0, 0, 0, 0));
    x = builder_layer(b, EARSHOT_CONVOLUTION, x, 48, shape(5, 5, 1, 2, 2, 2, 2));
    x = builder_layer(b, EARSHOT_MAX_POOL, x, 48, shape(2, 2, 2, 0, 0, 0, 0));
    x = builder_layer(b, EARSHOT_CONVOLUTION, x, 48, shape(5, 5, 1, 0, 0, 0, 0));
    dense_head(b, x, 64, 10, 0, 1);
}

/* Stride-DS-24 without padding in time: 62 frames are one decision, one hop is one frame. */
static void stride_ds_stream(builder *b, uint64_t seed)
{
    builder_begin(b, seed, EARSHOT_MODE_STREAM, 30, 0, 0, 1);
    int x = builder_layer(b, EARSHOT_CONVOLUTION, 0, 24, shape(5, 5, 2, 0, 0, 1, 2));
    x = builder_layer(b, EARSHOT_DEPTHWISE, x, 24, shape(5, 5, 2, 0, 0, 2, 2));
    x = builder_layer(b, EARSHOT_POINTWISE, x, 36, (geometry){0});
    x = builder_layer(b, EARSHOT_DEPTHWISE, x, 36, shape(5, 5, 2, 0, 0, 0, 0));
    x = builder_layer(b, EARSHOT_POINTWISE, x, 54, (geometry){0});
    dense_head(b, x, 64, 10, 5, 1);
}

/* One layer of a kind that the fast kernels do, then a head. Returns 0 when the random shape does not fit. */
static int plain_layer(builder *b, uint64_t seed, int op)
{
    const int window = op == EARSHOT_DEPTHWISE ? 11 : 9;
    builder_begin(b, seed, EARSHOT_MODE_WINDOW, 12, window + 2, 5, window + 2);
    random_state *random = &b->random;
    const int channels = 4 * random_int(random, 1, 5);
    int x = builder_layer(b, EARSHOT_CONVOLUTION, 0, channels,
                          shape(3, random_int(random, 1, 12), 1, 0, 0, 0, 0));
    geometry g = {0};
    g.kernel_time = random_int(random, 1, 5);
    g.kernel_frequency =
        op == EARSHOT_DEPTHWISE ? 3 + 2 * random_int(random, 0, 1) : random_int(random, 1, 5);
    g.stride_time = random_int(random, 1, 3);
    g.stride_frequency = random_int(random, 1, 2);
    g.pad_time_begin = random_int(random, 0, g.kernel_time - 1);
    g.pad_time_end = random_int(random, 0, g.kernel_time - 1);
    g.pad_frequency_begin = random_int(random, 0, g.kernel_frequency - 1);
    g.pad_frequency_end = random_int(random, 0, g.kernel_frequency - 1);
    if (op == EARSHOT_POINTWISE)
        g = (geometry){.stride_time = random_int(random, 1, 2), .stride_frequency = random_int(random, 1, 2)};
    if (op == EARSHOT_AVERAGE_POOL)
        g.pad_time_begin = g.pad_time_end = g.pad_frequency_begin = g.pad_frequency_end = 0;
    if (op == EARSHOT_DENSE)
        g = (geometry){.kernel_time = random_int(random, 1, window),
                       .kernel_frequency = b->tensors[x].frequency};
    const int keeps = op == EARSHOT_DEPTHWISE || op == EARSHOT_MAX_POOL || op == EARSHOT_AVERAGE_POOL;
    x = builder_layer(b, op, x, keeps ? channels : random_int(random, 3, 14), g);
    if (x > 0) {
        builder_head(b, x, 0, 1, random_int(random, 1, 9));
        if (random_int(random, 0, 2) > 0)
            settle(b);
        return 1;
    }
    for (int i = 0; i < b->layer_count; ++i) {
        free(b->weights[i]);
        free(b->biases[i]);
        free(b->multipliers[i]);
    }
    return 0;
}

static void put(FILE *file, const void *bytes, size_t count)
{
    static const uint8_t zeros[16];
    if (fwrite(bytes, 1, count, file) != count ||
        fwrite(zeros, 1, (16 - count % 16) % 16, file) != (16 - count % 16) % 16) {
        perror("writing a case");
        exit(1);
    }
}

/* The case: its pack, its features, and a hash of what the reference kernels make of them. */
static void put_case(FILE *file, const char *name, const uint8_t *pack, size_t pack_bytes, int columns)
{
    earshot_model model;
    earshot_engine engine;
    if (earshot_model_open(&model, pack, pack_bytes) < 0)
        abort();
    uint8_t *arena = aligned_memory(earshot_arena_bytes(&model));
    int8_t *features = random_features(&model, columns + pack_bytes, columns);
    earshot_init(&engine, &model, arena, earshot_arena_bytes(&model));
    case_header header = {.pack_bytes = (uint32_t)pack_bytes, .columns = (uint32_t)columns};
    strncpy(header.name, name, sizeof header.name - 1);
    header.expected = case_run(&engine, features, (uint32_t)columns);
    header.macs = case_macs(&model);
    put(file, &header, sizeof header);
    put(file, pack, pack_bytes);
    put(file, features, (size_t)columns * model.tensors[0].frequency);
    free(features);
    free_aligned(arena);
}

/*
 * A network that `make` builds, planned for `goal`: for speed, layers are in place that lose nothing by it, for size all
 * that may be; and with the layer scratch that the kernels want.
 */
static uint8_t *planned(builder *b, void (*make)(builder *, uint64_t), uint64_t seed, earshot_goal goal,
                        size_t *bytes)
{
    uint8_t in_place[BUILDER_LAYERS] = {0};
    size_t scratch = 0;
    /* First without either, to ask; then with the layers in place, to ask what scratch that takes; then with both. */
    for (int turn = 0;; ++turn) {
        make(b, seed);
        settle(b);
        b->share = 1;
        b->in_place = goal == EARSHOT_FOR_SIZE && turn > 0 ? builder_all_in_place : in_place;
        b->scratch = (uint32_t)((scratch + 15) & ~(size_t)15);
        uint8_t *pack = builder_finish(b, bytes);
        if (turn == 2)
            return pack;
        earshot_model model;
        if (earshot_model_open(&model, pack, *bytes) < 0)
            abort();
        for (uint32_t i = 0; i < model.header->layer_count; ++i) {
            const size_t layer = earshot_layer_scratch_bytes(&model, i, goal);
            if (turn == 0)
                in_place[i] = (uint8_t)earshot_layer_overwrites(&model, i, goal);
            else if (layer > scratch)
                scratch = layer;
        }
        builder_free_pack(pack);
    }
}

static void stride_ds_31(builder *b, uint64_t seed)
{
    stride_ds(b, seed, 31);
}

static void stride_ds_62(builder *b, uint64_t seed)
{
    stride_ds(b, seed, 62);
}

static FILE *create(const char *folder, const char *name)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file) {
        perror(path);
        exit(1);
    }
    return file;
}

/* NAME.case for the fast kernels, small-NAME.case for the small ones. */
static void write_model(const char *folder, const char *name, void (*make)(builder *, uint64_t), int columns)
{
    const char *prefixes[] = {"", "small-"};
    for (int goal = EARSHOT_FOR_SPEED; goal <= EARSHOT_FOR_SIZE; ++goal) {
        builder b;
        size_t bytes;
        char file_name[64];
        uint8_t *pack = planned(&b, make, 2026, (earshot_goal)goal, &bytes);
        snprintf(file_name, sizeof file_name, "%s%s.case", prefixes[goal], name);
        FILE *file = create(folder, file_name);
        put_case(file, name, pack, bytes, columns);
        fclose(file);
        builder_free_pack(pack);
    }
}

static void write_vectors(const char *folder, const char *name, uint64_t seeds)
{
    FILE *file = create(folder, name);
    const int plain[] = {EARSHOT_CONVOLUTION, EARSHOT_DEPTHWISE, EARSHOT_POINTWISE,   EARSHOT_DENSE,
                         EARSHOT_MAX_POOL,    EARSHOT_DEPTHWISE, EARSHOT_AVERAGE_POOL};
    for (uint64_t seed = 1; seed <= seeds; ++seed) {
        for (int kind = 0; kind < 17; ++kind) {
            builder b;
            const int op = kind < 7 ? plain[kind] : kind - 6;
            if (!(kind < 7 ? plain_layer(&b, seed * 32 + (uint64_t)kind, op)
                           : network_one_layer(&b, seed * 32 + (uint64_t)kind, op)))
                continue;
            /* None, too little, a few strips, and plenty. */
            const uint32_t scratches[] = {0, 400, 1600, 3200, 16000};
            b.scratch = scratches[random_int(&b.random, 0, seeds < 5 ? 2 : 4)];
            size_t bytes;
            uint8_t *pack = builder_finish(&b, &bytes);
            char text[32];
            snprintf(text, sizeof text, "operator %d, seed %d", op, (int)(seed * 32) + kind);
            put_case(file, text, pack, bytes, b.header.window_columns);
            builder_free_pack(pack);
        }
    }
    for (uint64_t seed = 1; seed <= 4 * seeds; ++seed) {
        builder b;
        size_t bytes;
        network_in_place(&b, seed);
        if (seed % 2 == 0)
            settle(&b);
        uint8_t *pack = builder_finish(&b, &bytes);
        char text[32];
        snprintf(text, sizeof text, "in place, seed %d", (int)seed);
        put_case(file, text, pack, bytes, b.header.window_columns);
        builder_free_pack(pack);
    }
    const case_header end = {0};
    put(file, &end, sizeof end);
    fclose(file);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: make-models FOLDER\n");
        return 2;
    }
    write_model(argv[1], "kws-ds-cnn", keyword_spotting, 49);
    write_model(argv[1], "stride-ds-24-31", stride_ds_31, 31);
    write_model(argv[1], "stride-ds-24-62", stride_ds_62, 62);
    write_model(argv[1], "sb-cnn", sb_cnn, 31);
    write_model(argv[1], "stride-ds-24-62-stream", stride_ds_stream, 160);
    write_vectors(argv[1], "vectors.cases", 15);
    write_vectors(argv[1], "small.cases", 1);
    return 0;
}

void test_fail(const char *file, int line, const char *what)
{
    fprintf(stderr, "%s:%d: %s\n", file, line, what);
    exit(1);
}

int test_failures(void)
{
    return 0;
}
