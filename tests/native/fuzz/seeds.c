/*
 * Writes the packs that fuzzing starts from: one of each operator, a stream, two windows and layers in place;
 * and packs that are refused for one reason each, which a reader that forgets a check would run.
 *
 *     make-seeds FOLDER
 */
#include <stdlib.h>
#include <string.h>

#include "networks.h"

static void write_bytes(const char *folder, const char *name, const uint8_t *pack, size_t size)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s.earshot", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(pack, 1, size, file) != size || fclose(file) != 0) {
        perror(path);
        exit(1);
    }
}

static void write_pack(const char *folder, const char *name, builder *b)
{
    size_t size;
    uint8_t *pack = builder_finish(b, &size);
    write_bytes(folder, name, pack, size);
    builder_free_pack(pack);
}

/* The pack with one field changed. */
static void write_changed(const char *folder, const char *name, const uint8_t *pack, size_t size, uint32_t at,
                          uint32_t value, uint32_t bytes)
{
    uint8_t *copy = aligned_memory(size);
    memcpy(copy, pack, size);
    memcpy(copy + at, &value, bytes);
    builder_seal(copy, size);
    write_bytes(folder, name, copy, size);
    free_aligned(copy);
}

/* Every table in turn begins in the last 16 bytes of the pack. */
static void write_tables_outside(const char *folder)
{
    builder b;
    size_t size;
    network_window(&b, 6, 23, 1);
    uint8_t *pack = builder_finish(&b, &size);
    const earshot_pack_header *h = (const earshot_pack_header *)(const void *)pack;
    const uint32_t fields[] = {32,
                               36,
                               40,
                               44,
                               h->front_end_offset + 32,
                               h->front_end_offset + 36,
                               h->front_end_offset + 52,
                               h->front_end_offset + 56,
                               h->layers_offset + 40,
                               h->layers_offset + 48,
                               h->layers_offset + 52};
    for (uint32_t i = 0; i < sizeof fields / sizeof fields[0]; ++i) {
        char name[32];
        snprintf(name, sizeof name, "table-outside-%u", (unsigned)i);
        write_changed(folder, name, pack, size, fields[i], (uint32_t)size - 16, 4);
    }
    builder_free_pack(pack);
}

/* Every ring in turn one column too short, in a stream and in a window that comes in steps. */
static void write_short_rings(const char *folder)
{
    for (int stream = 0; stream < 2; ++stream) {
        builder b;
        size_t size;
        if (stream)
            network_stream(&b, 3, 1);
        else
            network_window(&b, 5, 5, 0);
        uint8_t *pack = builder_finish(&b, &size);
        const earshot_pack_header *h = (const earshot_pack_header *)(const void *)pack;
        const earshot_pack_tensor *tensors =
            (const earshot_pack_tensor *)(const void *)(pack + h->tensors_offset);
        for (uint32_t i = 1; i < h->tensor_count; ++i) {
            char name[32];
            snprintf(name, sizeof name, "short-ring-%d-%u", stream, (unsigned)i);
            if (tensors[i].columns > 1)
                write_changed(folder, name, pack, size, h->tensors_offset + i * 24 + 4,
                              tensors[i].columns - 1u, 2);
        }
        builder_free_pack(pack);
    }
}

/* Every tensor in turn where the one before it lies, which only some may. */
static void write_shared(const char *folder)
{
    builder b;
    size_t size;
    network_window(&b, 8, 23, 1);
    b.scratch = 4096;
    uint8_t *pack = builder_finish(&b, &size);
    const earshot_pack_header *h = (const earshot_pack_header *)(const void *)pack;
    const earshot_pack_tensor *tensors =
        (const earshot_pack_tensor *)(const void *)(pack + h->tensors_offset);
    for (uint32_t i = 1; i < h->tensor_count; ++i) {
        char name[32];
        snprintf(name, sizeof name, "on-its-input-%u", (unsigned)i);
        write_changed(folder, name, pack, size, h->tensors_offset + i * 24, tensors[i - 1].offset, 4);
    }
    builder_free_pack(pack);
}

/* A layer of so many channels whose output lies so many bytes behind its input of 4 channels. */
static void write_overwriting(const char *folder, const char *name, int channels, uint32_t behind)
{
    builder b;
    size_t size;
    builder_begin(&b, 9, EARSHOT_MODE_WINDOW, 8, 12, 3, 12);
    b.share = 1;
    b.scratch = 4096;
    const int x = builder_layer(&b, EARSHOT_CONVOLUTION, 0, 4, (geometry){0});
    const int y = builder_layer(&b, EARSHOT_POINTWISE, x, channels, (geometry){0});
    builder_head(&b, y, 0, 1, 3);
    uint8_t *pack = builder_finish(&b, &size);
    earshot_pack_header *h = (earshot_pack_header *)(void *)pack;
    earshot_pack_tensor *tensors = (earshot_pack_tensor *)(void *)(pack + h->tensors_offset);
    /* Behind everything, so that nothing else is wrong. */
    tensors[x].offset = h->arena_bytes;
    tensors[y].offset = h->arena_bytes + behind;
    h->arena_bytes += 1024;
    builder_seal(pack, size);
    write_bytes(folder, name, pack, size);
    builder_free_pack(pack);
}

int main(int argc, char **argv)
{
    builder b;
    char name[32];
    if (argc != 2) {
        fprintf(stderr, "usage: make-seeds FOLDER\n");
        return 2;
    }
    for (int op = EARSHOT_CONVOLUTION; op <= EARSHOT_LOOKUP; ++op) {
        uint64_t seed = 1;
        while (!network_one_layer(&b, seed, op))
            ++seed;
        snprintf(name, sizeof name, "operator-%d", op);
        write_pack(argv[1], name, &b);
    }
    network_stream(&b, 3, 1);
    write_pack(argv[1], "stream", &b);
    network_window(&b, 4, 23, 1);
    write_pack(argv[1], "window", &b);
    network_window(&b, 5, 5, 0);
    write_pack(argv[1], "window-in-blocks", &b);
    network_in_place(&b, 3);
    write_pack(argv[1], "in-place", &b);
    write_tables_outside(argv[1]);
    write_short_rings(argv[1]);
    write_shared(argv[1]);
    write_overwriting(argv[1], "larger-than-its-input", 8, 0);
    write_overwriting(argv[1], "partly-on-its-input", 4, 16);
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
