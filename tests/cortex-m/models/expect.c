/*
 * Fills in what a case's own network must give: opens a file of one case (see image/cases.h), runs it on this
 * machine with the reference kernels, and writes the hash and the number of multiply-accumulates into its
 * header.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../image/cases.h"
#include "builder.h"
#include "model/pack.h"

static int fail(const char *path, const char *what)
{
    fprintf(stderr, "%s: %s\n", path, what);
    return 1;
}

static uint8_t *read_whole(FILE *file, size_t *bytes)
{
    if (fseek(file, 0, SEEK_END) != 0)
        return NULL;
    const long size = ftell(file);
    if (size < (long)sizeof(case_header))
        return NULL;
    uint8_t *whole = aligned_memory((size_t)size);
    rewind(file);
    *bytes = (size_t)size;
    if (fread(whole, 1, *bytes, file) == *bytes)
        return whole;
    free_aligned(whole);
    return NULL;
}

static int expect(const char *path, uint8_t *whole, size_t bytes)
{
    case_header *header = (case_header *)(void *)whole;
    const uint8_t *pack = whole + sizeof *header;
    const uint64_t features_at = sizeof *header + (uint64_t)header->pack_bytes;
    earshot_model model;
    earshot_engine engine;
    if (features_at > bytes || earshot_model_open(&model, pack, header->pack_bytes) < 0)
        return fail(path, "the module refuses the pack");
    if (features_at + (uint64_t)header->columns * model.tensors[0].frequency > bytes)
        return fail(path, "the features are cut short");
    uint8_t *arena = aligned_memory(earshot_arena_bytes(&model));
    if (earshot_init(&engine, &model, arena, earshot_arena_bytes(&model)) < 0)
        return fail(path, "the module refuses the arena");
    header->expected = case_run(&engine, (const int8_t *)whole + features_at, header->columns);
    header->macs = case_macs(&model);
    free_aligned(arena);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: expect CASE\n");
        return 2;
    }
    FILE *file = fopen(argv[1], "r+b");
    if (!file)
        return fail(argv[1], "cannot be opened");
    size_t bytes = 0;
    uint8_t *whole = read_whole(file, &bytes);
    if (!whole)
        return fail(argv[1], "is no case");
    const int failed = expect(argv[1], whole, bytes);
    rewind(file);
    if (!failed && fwrite(whole, 1, sizeof(case_header), file) != sizeof(case_header))
        return fail(argv[1], "cannot be written");
    free_aligned(whole);
    return fclose(file) != 0 || failed;
}
