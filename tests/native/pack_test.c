#include <stdlib.h>
#include <string.h>

#include "model/check.h"
#include "networks.h"

static earshot_status open_pack(const uint8_t *pack, size_t size)
{
    earshot_model model;
    return earshot_model_open(&model, pack, size);
}

void test_pack_bytes(void)
{
    builder b;
    size_t size;
    network_stream(&b, 3, 1);
    uint8_t *pack = builder_finish(&b, &size);
    CHECK_EQUAL(EARSHOT_OK, open_pack(pack, size));
    for (size_t i = 0; i < size && test_failures() == 0; ++i) {
        pack[i] ^= (uint8_t)(1u << (i % 8));
        const earshot_status status = open_pack(pack, size);
        CHECK(status < 0);
        if (i >= 20)
            CHECK_EQUAL(EARSHOT_ERROR_CRC, status);
        pack[i] ^= (uint8_t)(1u << (i % 8));
    }
    for (size_t cut = 0; cut < size && test_failures() == 0; cut += cut < 256 ? 1 : 61) {
        /* A copy of just that size: the sanitizer sees a read behind it. */
        uint8_t *copy = aligned_memory(cut);
        memcpy(copy, pack, cut);
        CHECK_EQUAL(cut == 0 || cut >= 8 ? EARSHOT_ERROR_SIZE : EARSHOT_ERROR_MAGIC, open_pack(copy, cut));
        free_aligned(copy);
    }
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, open_pack(NULL, size));
    CHECK_EQUAL(EARSHOT_ERROR_ALIGNMENT, open_pack(pack + 8, size - 8));
    CHECK_EQUAL(size, earshot_pack_size(pack));
    pack[0] = 'e';
    CHECK_EQUAL(0, earshot_pack_size(pack));
    CHECK_EQUAL(EARSHOT_ERROR_MAGIC, open_pack(pack, size));
    builder_free_pack(pack);
}

/* A change of one field, and what the reader must say to it. */
typedef struct change {
    const char *what;
    uint32_t at; /* bytes from the begin of the record */
    uint32_t bytes;
    uint32_t value;
    earshot_status status;
} change;

static void apply(const uint8_t *pack, size_t size, uint32_t record, const change *c)
{
    uint8_t *copy = aligned_memory(size);
    memcpy(copy, pack, size);
    memcpy(copy + record + c->at, &c->value, c->bytes);
    builder_seal(copy, size);
    const earshot_status status = open_pack(copy, size);
    if (status != c->status) {
        char text[120];
        snprintf(text, sizeof text, "%s: status %d, expected %d", c->what, (int)status, (int)c->status);
        test_fail(__FILE__, __LINE__, text);
    }
    free_aligned(copy);
}

static const change header_changes[] = {
    {"version", 8, 4, 2, EARSHOT_ERROR_VERSION},
    {"size", 12, 4, 160, EARSHOT_ERROR_SIZE},
    {"mode", 20, 2, 2, EARSHOT_ERROR_LAYER},
    {"tensor count", 22, 2, 3, EARSHOT_ERROR_TENSOR},
    {"no layers", 24, 2, 0, EARSHOT_ERROR_LAYER},
    {"no classes", 26, 2, 0, EARSHOT_ERROR_LABEL},
    {"logits tensor", 28, 2, 999, EARSHOT_ERROR_TENSOR},
    {"scores before softmax", 30, 2, 1, EARSHOT_ERROR_TENSOR},
    {"front end offset", 32, 4, 0xFFFFFFF0, EARSHOT_ERROR_OFFSET},
    {"classes offset", 36, 4, 0xFFFFFFF0, EARSHOT_ERROR_OFFSET},
    {"tensors in the header", 40, 4, 16, EARSHOT_ERROR_OFFSET},
    {"layers misaligned", 44, 4, 136, EARSHOT_ERROR_OFFSET},
    {"name offset", 48, 4, 0xFFFFFFFF, EARSHOT_ERROR_OFFSET},
    {"name length", 52, 4, 0xFFFFFFFF, EARSHOT_ERROR_OFFSET},
    {"arena of nothing", 56, 4, 0, EARSHOT_ERROR_ARENA},
    {"arena of 4 GB", 56, 4, 0xFFFFFFF0, EARSHOT_ERROR_ARENA},
    {"front end scratch outside", 60, 4, 0xFFFFFFF0, EARSHOT_ERROR_ARENA},
    {"front end scratch on a tensor", 60, 4, 0, EARSHOT_ERROR_ARENA},
    {"layer scratch outside", 64, 4, 0x7FFFFFF0, EARSHOT_ERROR_ARENA},
    {"layer scratch on a tensor", 68, 4, 64, EARSHOT_ERROR_ARENA},
    {"window", 72, 2, 3, EARSHOT_ERROR_TENSOR},
    {"decision hop", 74, 2, 0, EARSHOT_ERROR_LAYER},
    {"block", 76, 2, 0, EARSHOT_ERROR_LAYER},
    {"block beyond decision hop", 76, 2, 4000, EARSHOT_ERROR_LAYER},
    {"reserved 78", 78, 2, 1, EARSHOT_ERROR_RESERVED},
    {"reserved 124", 124, 4, 1, EARSHOT_ERROR_RESERVED},
    {"details without offset", 92, 4, 5, EARSHOT_ERROR_OFFSET},
};

static const change layer_changes[] = {
    {"operator 0", 0, 1, 0, EARSHOT_ERROR_LAYER},
    {"operator 11", 0, 1, 11, EARSHOT_ERROR_LAYER},
    {"kernel", 1, 1, 9, EARSHOT_ERROR_KERNEL},
    {"weight layout", 2, 1, 1, EARSHOT_ERROR_KERNEL},
    {"axis", 3, 1, 1, EARSHOT_ERROR_LAYER},
    {"input not yet written", 4, 2, 3, EARSHOT_ERROR_LAYER},
    {"second input", 6, 2, 0, EARSHOT_ERROR_LAYER},
    {"output is the features", 8, 2, 0, EARSHOT_ERROR_LAYER},
    {"output outside", 8, 2, 77, EARSHOT_ERROR_LAYER},
    {"kernel of nothing", 10, 2, 0, EARSHOT_ERROR_LAYER},
    {"kernel too long", 10, 2, 65535, EARSHOT_ERROR_LAYER},
    {"kernel frequency", 12, 2, 4, EARSHOT_ERROR_SHAPE},
    {"stride 0", 14, 2, 0, EARSHOT_ERROR_LAYER},
    {"stride", 14, 2, 7, EARSHOT_ERROR_SHAPE},
    {"dilation", 18, 2, 9, EARSHOT_ERROR_SHAPE},
    {"padding in time", 22, 2, 1, EARSHOT_ERROR_LAYER},
    {"padding beyond the kernel", 26, 2, 5, EARSHOT_ERROR_LAYER},
    {"crop with one input", 30, 2, 1, EARSHOT_ERROR_LAYER},
    {"shift too small", 34, 1, 32, EARSHOT_ERROR_QUANTISATION},
    {"shift too big", 34, 1, 63, EARSHOT_ERROR_QUANTISATION},
    {"clamp the wrong way", 35, 2, 0x8001, EARSHOT_ERROR_QUANTISATION},
    {"reserved 37", 37, 1, 1, EARSHOT_ERROR_RESERVED},
    {"weights outside", 40, 4, 0xFFFFFFF0, EARSHOT_ERROR_OFFSET},
    {"weight bytes", 44, 4, 1, EARSHOT_ERROR_SHAPE},
    {"no bias", 48, 4, 0, EARSHOT_ERROR_OFFSET},
    {"multipliers misaligned", 52, 4, 132, EARSHOT_ERROR_OFFSET},
    {"multiplier count", 56, 4, 1, EARSHOT_ERROR_SHAPE},
    {"multipliers that are zero", 52, 4, 0, EARSHOT_ERROR_OFFSET},
};

static const change tensor_changes[] = {
    {"offset misaligned", 0, 4, 8, EARSHOT_ERROR_ARENA},
    {"offset outside", 0, 4, 0xFFFFFFF0, EARSHOT_ERROR_ARENA},
    {"on the features", 0, 4, 0, EARSHOT_ERROR_ARENA},
    {"no columns", 4, 2, 0, EARSHOT_ERROR_TENSOR},
    {"too few columns", 4, 2, 1, EARSHOT_ERROR_ARENA},
    {"too many columns", 4, 2, 65535, EARSHOT_ERROR_ARENA},
    {"no frequency", 6, 2, 0, EARSHOT_ERROR_TENSOR},
    {"column too big", 6, 2, 65535, EARSHOT_ERROR_TENSOR},
    {"channels", 8, 2, 1, EARSHOT_ERROR_SHAPE},
    {"reserved 11", 11, 1, 1, EARSHOT_ERROR_RESERVED},
    {"scale is not a number", 12, 4, 0x7FC00000, EARSHOT_ERROR_TENSOR},
    {"scale is infinite", 12, 4, 0x7F800000, EARSHOT_ERROR_TENSOR},
    {"scale is negative", 12, 4, 0xBF800000, EARSHOT_ERROR_TENSOR},
    {"delay", 16, 4, 1000, EARSHOT_ERROR_SHAPE},
    {"delay out of range", 16, 4, 0x7FFFFFFF, EARSHOT_ERROR_TENSOR},
    {"stride 0", 20, 2, 0, EARSHOT_ERROR_TENSOR},
    {"total in stream mode", 22, 2, 1, EARSHOT_ERROR_TENSOR},
};

static const change front_end_changes[] = {
    {"kind", 0, 2, 3, EARSHOT_ERROR_FRONT_END},
    {"tables of another kind", 0, 2, 2, EARSHOT_ERROR_OFFSET},
    {"normalisation", 2, 2, 2, EARSHOT_ERROR_FRONT_END},
    {"rate", 4, 4, 0, EARSHOT_ERROR_FRONT_END},
    {"frame longer than the transform", 8, 2, 513, EARSHOT_ERROR_FRONT_END},
    {"hop 0", 10, 2, 0, EARSHOT_ERROR_FRONT_END},
    {"hop beyond the frame", 10, 2, 321, EARSHOT_ERROR_FRONT_END},
    {"transform", 12, 2, 511, EARSHOT_ERROR_FRONT_END},
    {"bands", 14, 2, 0, EARSHOT_ERROR_FRONT_END},
    {"log offset", 16, 4, 40 * 65536 + 1, EARSHOT_ERROR_FRONT_END},
    {"shift too small", 20, 1, 23, EARSHOT_ERROR_FRONT_END},
    {"shift too big", 20, 1, 48, EARSHOT_ERROR_FRONT_END},
    {"zero point", 21, 1, 100, EARSHOT_ERROR_TENSOR},
    {"reserved", 60, 4, 1, EARSHOT_ERROR_RESERVED},
    {"level rate when fixed", 28, 4, 1, EARSHOT_ERROR_FRONT_END},
    {"window outside", 32, 4, 0xFFFFFFF0, EARSHOT_ERROR_OFFSET},
    {"triangles outside", 22, 2, 0xFFFF, EARSHOT_ERROR_OFFSET},
    {"fewer triangles than bands", 22, 2, 3, EARSHOT_ERROR_FRONT_END},
    {"first band", 40, 2, 0xFFFF, EARSHOT_ERROR_FRONT_END},
    {"reserved 42", 42, 2, 1, EARSHOT_ERROR_RESERVED},
    {"floor", 44, 4, 60 * 256 + 1, EARSHOT_ERROR_FRONT_END},
    {"level offset", 48, 4, 65537, EARSHOT_ERROR_FRONT_END},
};

static void apply_all(const uint8_t *pack, size_t size, uint32_t record, const change *changes, size_t count)
{
    for (size_t i = 0; i < count; ++i)
        apply(pack, size, record, &changes[i]);
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

void test_pack_fields(void)
{
    builder b;
    size_t size;
    earshot_model model;
    network_stream(&b, 4, 1);
    b.scratch = 0;
    uint8_t *pack = builder_finish(&b, &size);
    CHECK_EQUAL(EARSHOT_OK, earshot_model_open(&model, pack, size));
    const earshot_pack_header *h = model.header;
    const uint32_t layer = h->layers_offset;
    apply_all(pack, size, 0, header_changes, COUNT(header_changes));
    apply_all(pack, size, layer, layer_changes, COUNT(layer_changes));
    apply_all(pack, size, h->tensors_offset + (uint32_t)sizeof(earshot_pack_tensor), tensor_changes,
              COUNT(tensor_changes));
    apply_all(pack, size, h->front_end_offset, front_end_changes, COUNT(front_end_changes));

    /* Begins inside the pack, ends outside. */
    const uint32_t end = (uint32_t)size - 16;
    const change classes = {"classes end outside", 36, 4, end, EARSHOT_ERROR_OFFSET};
    const change layers = {"layers end outside", 44, 4, end, EARSHOT_ERROR_OFFSET};
    const change weights = {"weights end outside", 40, 4, end, EARSHOT_ERROR_OFFSET};
    apply(pack, size, 0, &classes);
    apply(pack, size, 0, &layers);
    apply(pack, size, layer, &weights);

    /* Behind everything else, so that nothing overlaps. */
    const change outside = {"behind the arena", 0, 4, h->arena_bytes, EARSHOT_ERROR_ARENA};
    apply(pack, size, h->tensors_offset + h->scores_tensor * (uint32_t)sizeof(earshot_pack_tensor), &outside);

    const change multiplier = {"multiplier 0", 0, 4, 0, EARSHOT_ERROR_QUANTISATION};
    const change negative = {"multiplier negative", 0, 4, 0x80000000, EARSHOT_ERROR_QUANTISATION};
    const change bias = {"bias too big", 0, 4, 0x40000001, EARSHOT_ERROR_QUANTISATION};
    const change threshold = {"threshold", 8, 2, 257, EARSHOT_ERROR_LABEL};
    const change unterminated = {"label length", 4, 2, 3, EARSHOT_ERROR_LABEL};
    const change nan = {"window is not a number", 0, 4, 0x7FC00000, EARSHOT_ERROR_FRONT_END};
    apply(pack, size, model.layers[0].multipliers_offset, &multiplier);
    apply(pack, size, model.layers[0].multipliers_offset, &negative);
    apply(pack, size, model.layers[0].bias_offset, &bias);
    apply(pack, size, h->classes_offset, &threshold);
    apply(pack, size, h->classes_offset, &unterminated);
    apply(pack, size, (uint32_t)((const uint8_t *)model.front_end.window - pack), &nan);
    builder_free_pack(pack);
}

/* The builder plans the smallest rings that suffice; with one column less, the reader must see what is
 * missing. */
void test_smallest_plan(void)
{
    for (uint64_t seed = 1; seed <= 60 && test_failures() == 0; ++seed) {
        builder b;
        size_t size;
        earshot_model model;
        if (seed % 2)
            network_stream(&b, seed, 1);
        else
            network_window(&b, seed, 1 + (int)seed % 23, 0);
        if (seed % 2)
            b.header.block_columns = (uint16_t)random_int(&b.random, 1, b.header.decision_hop);
        uint8_t *pack = builder_finish(&b, &size);
        CHECK_EQUAL(EARSHOT_OK, earshot_model_open(&model, pack, size));
        for (uint32_t i = 0; i < model.header->tensor_count; ++i) {
            const uint32_t columns = model.tensors[i].columns - 1u;
            const int features = i == 0 && model.header->mode == EARSHOT_MODE_WINDOW;
            const change less = {"one column less", 4, 2, columns,
                                 columns == 0 || features ? EARSHOT_ERROR_TENSOR : EARSHOT_ERROR_ARENA};
            apply(pack, size, model.header->tensors_offset + i * (uint32_t)sizeof(earshot_pack_tensor),
                  &less);
        }
        builder_free_pack(pack);
    }
}

/* Tensors may share memory in turn, but no layer may write over what it reads. */
void test_shared_memory(void)
{
    int shared = 0;
    for (uint64_t seed = 1; seed <= 20; ++seed) {
        builder b;
        size_t size;
        earshot_model model;
        network_window(&b, seed, 23, 1);
        b.scratch = 0; /* none for columns that wait */
        uint8_t *pack = builder_finish(&b, &size);
        CHECK_EQUAL(EARSHOT_OK, earshot_model_open(&model, pack, size));
        for (uint32_t i = 0; i < model.header->layer_count; ++i) {
            const uint32_t at =
                model.header->tensors_offset + (i + 1) * (uint32_t)sizeof(earshot_pack_tensor);
            const change onto = {"output onto input", 0, 4, model.tensors[model.layers[i].input[0]].offset,
                                 EARSHOT_ERROR_ARENA};
            apply(pack, size, at, &onto);
            for (uint32_t other = 1; other <= i; ++other)
                shared += model.tensors[other].offset == model.tensors[i + 1].offset;
        }
        builder_free_pack(pack);
    }
    CHECK(shared > 20);
}

/* Runs whatever the reader lets through; the sanitizers watch. */
static int try_to_run(const uint8_t *pack, size_t size)
{
    earshot_model model;
    earshot_engine engine;
    if (earshot_model_open(&model, pack, size) < 0 || earshot_arena_bytes(&model) > 1 << 20)
        return 0;
    const size_t bytes = earshot_arena_bytes(&model);
    void *arena = aligned_memory(bytes);
    int16_t pcm[2000];
    for (int i = 0; i < 2000; ++i)
        pcm[i] = (int16_t)(i * 7919);
    CHECK_EQUAL(EARSHOT_OK, earshot_init(&engine, &model, arena, bytes));
    for (int i = 0; i < 4; ++i)
        CHECK_EQUAL(EARSHOT_OK, earshot_push(&engine, pcm, 2000, NULL));
    const size_t columns = model.header->window_columns + 2u * model.header->decision_hop;
    int8_t *features = random_features(&model, 1, (int)columns);
    earshot_push_features(&engine, features, columns, NULL);
    free(features);
    free_aligned(arena);
    return 1;
}

/* Small changes to records, sealed with a right checksum; values near what stands there are the likeliest to
 * pass. */
static void mutate(random_state *random, uint8_t *pack, const earshot_model *model)
{
    const earshot_pack_header *h = model->header;
    const uint32_t starts[] = {0, h->front_end_offset, h->tensors_offset, h->layers_offset,
                               h->classes_offset};
    const uint32_t sizes[] = {128, 64, h->tensor_count * 24u, h->layer_count * 64u, h->class_count * 16u};
    const int record = random_int(random, 0, 9) < 8 ? random_int(random, 2, 3) : random_int(random, 0, 4);
    const uint32_t at = starts[record] + ((uint32_t)random_bits(random) % sizes[record] & ~1u);
    uint16_t value;
    memcpy(&value, pack + at, sizeof value);
    const int kind = random_int(random, 0, 5);
    if (kind < 4)
        value = (uint16_t)(value + random_int(random, -3, 3));
    else
        value = kind == 4 ? (uint16_t)random_bits(random) : 65535;
    memcpy(pack + at, &value, sizeof value);
}

void test_pack_mutations(void)
{
    random_state random = {2024};
    int ran = 0;
    for (uint64_t seed = 1; seed <= 30; ++seed) {
        builder b;
        size_t size;
        earshot_model model;
        if (seed % 3 == 0)
            network_stream(&b, seed, 1);
        else
            network_window(&b, seed, seed % 3 == 1 ? 23 : 5, 1);
        uint8_t *pack = builder_finish(&b, &size);
        uint8_t *copy = aligned_memory(size);
        CHECK_EQUAL(EARSHOT_OK, earshot_model_open(&model, pack, size));
        for (int i = 0; i < 1500; ++i) {
            memcpy(copy, pack, size);
            for (int n = random_int(&random, 1, 4); n > 0; --n)
                mutate(&random, copy, &model);
            const uint32_t whole = (uint32_t)size;
            memcpy(copy + 12, &whole, sizeof whole);
            builder_seal(copy, size);
            ran += try_to_run(copy, size);
        }
        free_aligned(copy);
        builder_free_pack(pack);
    }
    printf("  of 45000 hostile packs, %d were harmless and ran\n", ran);
    CHECK(ran > 500 && ran < 20000);
}

void test_memory_given(void)
{
    builder b;
    size_t size;
    earshot_model model;
    earshot_engine engine;
    network_stream(&b, 9, 1);
    uint8_t *pack = builder_finish(&b, &size);
    CHECK_EQUAL(EARSHOT_OK, earshot_model_open(&model, pack, size));
    const size_t bytes = earshot_arena_bytes(&model);
    uint8_t *arena = aligned_memory(bytes + 16);
    CHECK_EQUAL(0, bytes % 16);
    CHECK_EQUAL(EARSHOT_ERROR_MEMORY, earshot_init(&engine, &model, arena, bytes - 1));
    CHECK_EQUAL(EARSHOT_ERROR_ALIGNMENT, earshot_init(&engine, &model, arena + 4, bytes));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_init(&engine, &model, NULL, bytes));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_init(NULL, &model, arena, bytes));
    CHECK_EQUAL(EARSHOT_OK, earshot_init(&engine, &model, arena, bytes));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_push(&engine, NULL, 5, NULL));
    CHECK_EQUAL(EARSHOT_OK, earshot_push(&engine, NULL, 0, NULL));
    CHECK_EQUAL(EARSHOT_LEVEL_FLOOR, earshot_level(&engine));
    free_aligned(arena);
    builder_free_pack(pack);
}

static int is_text(const char *text)
{
    return earshot_is_text((const uint8_t *)text, (uint32_t)strlen(text));
}

void test_labels(void)
{
    CHECK(is_text("dog"));
    CHECK(is_text("\xC3\xA9t\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x90\x95"));
    CHECK(!is_text("\xE9t\xE9"));                        /* Latin-1 */
    CHECK(!is_text("\xC3"));                             /* cut short */
    CHECK(!is_text("\xC0\xAF"));                         /* overlong */
    CHECK(!is_text("\xED\xA0\x80"));                     /* a surrogate */
    CHECK(!is_text("\xF4\x90\x80\x80"));                 /* beyond Unicode */
    CHECK(!is_text("\x80"));                             /* a continuation alone */
    CHECK(!earshot_is_text((const uint8_t *)"dog", 2));  /* the zero is not where the length says */
    CHECK(!earshot_is_text((const uint8_t *)"a\0b", 3)); /* a zero inside */
    builder b;
    size_t size;
    earshot_model model;
    earshot_class description;
    earshot_model_info info;
    network_stream(&b, 2, 1);
    uint8_t *pack = builder_finish(&b, &size);
    CHECK_EQUAL(EARSHOT_OK, earshot_model_open(&model, pack, size));
    CHECK_EQUAL(EARSHOT_OK, earshot_model_get_class(&model, 3, &description));
    CHECK(strcmp(description.label, "class 3") == 0);
    CHECK_EQUAL(160, description.on_threshold);
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_model_get_class(&model, 5, &description));
    earshot_model_get_info(&model, &info);
    CHECK(strcmp(info.name, "test model") == 0 && strcmp(info.details, "") == 0);
    CHECK_EQUAL(5, info.classes);
    CHECK_EQUAL(160, info.hop_samples);
    builder_free_pack(pack);
}
