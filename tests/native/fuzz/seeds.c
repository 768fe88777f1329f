/*
 * Writes the packs that fuzzing starts from: one of each operator, a stream, two windows and layers in place.
 *
 *     make-seeds FOLDER
 */
#include <stdlib.h>

#include "networks.h"

static void write_pack(const char *folder, const char *name, builder *b)
{
    char path[512];
    size_t size;
    uint8_t *pack = builder_finish(b, &size);
    snprintf(path, sizeof path, "%s/%s.earshot", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(pack, 1, size, file) != size || fclose(file) != 0) {
        perror(path);
        exit(1);
    }
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
