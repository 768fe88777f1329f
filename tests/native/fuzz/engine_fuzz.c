/*
 * The engine on packs that are hostile but intact: size and checksum are made right before the pack is
 * opened. What opens must run, in an arena of exactly the size that it asks for, without touching a byte
 * beside it.
 */
#include <string.h>

#include "fuzz.h"

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t capacity);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t capacity, unsigned seed);

/* Bounds that keep one input below a second; the pack format allows far more. */
enum { MOST_ARENA = 1 << 20, MOST_COLUMNS = 120, MOST_PRODUCTS = 2000000 };

/* Changes a field of a record: the fuzzer's own mutations mostly hit the tables, which take any value. */
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t capacity, unsigned seed)
{
    random_state random = {seed | 1u};
    if (size < sizeof(earshot_pack_header) || random_int(&random, 0, 3) == 0)
        return LLVMFuzzerMutate(data, size, capacity);
    earshot_pack_header h;
    memcpy(&h, data, sizeof h);
    const uint64_t starts[] = {0, h.front_end_offset, h.tensors_offset, h.layers_offset, h.classes_offset};
    const uint64_t sizes[] = {128, 64, h.tensor_count * 24u, h.layer_count * 64u, h.class_count * 16u};
    for (int n = random_int(&random, 1, 4); n > 0; --n) {
        const int record = random_int(&random, 0, 4);
        if (sizes[record] == 0 || starts[record] + sizes[record] > size)
            continue;
        uint8_t *at = data + starts[record] + (random_bits(&random) % sizes[record] & ~(uint64_t)1);
        uint16_t value;
        memcpy(&value, at, sizeof value);
        switch (random_int(&random, 0, 3)) {
        case 0:
            value = (uint16_t)random_bits(&random);
            break;
        case 1:
            value = 65535;
            break;
        default:
            value = (uint16_t)(value + random_int(&random, -3, 3));
        }
        memcpy(at, &value, sizeof value);
    }
    return size;
}

static int is_affordable(const earshot_model *model)
{
    uint64_t products = 0;
    for (uint32_t i = 0; i < model->header->layer_count; ++i) {
        const earshot_pack_layer *layer = &model->layers[i];
        const earshot_pack_tensor *in = &model->tensors[layer->input[0]],
                                  *out = &model->tensors[layer->output];
        const uint64_t columns = model->header->mode == EARSHOT_MODE_WINDOW ? out->total : 1;
        products += columns * out->frequency * out->channels * layer->kernel_time * layer->kernel_frequency *
                    (layer->op == EARSHOT_DEPTHWISE || layer->op > EARSHOT_DENSE ? 1 : in->channels);
    }
    const uint32_t decisions = MOST_COLUMNS / model->header->decision_hop + 1;
    return products * decisions <= MOST_PRODUCTS && earshot_arena_bytes(model) <= MOST_ARENA;
}

static void look(const earshot_engine *engine)
{
    const uint32_t classes = engine->model->header->class_count;
    const int8_t *scores = earshot_scores(engine);
    const int8_t *logits = earshot_logits(engine);
    fuzz_require((scores != NULL) == (earshot_decisions(engine) > 0) && (scores == NULL) == (logits == NULL));
    volatile int sum = earshot_level(engine);
    for (uint32_t i = 0; scores && i < classes; ++i)
        sum += scores[i] + logits[i];
}

static void run(const earshot_model *model, uint64_t seed)
{
    const size_t bytes = earshot_arena_bytes(model);
    uint8_t *arena = aligned_memory(bytes);
    earshot_engine engine;
    earshot_progress progress;
    random_state random = {seed | 1u};
    fuzz_require(earshot_init(&engine, model, arena, bytes) == EARSHOT_OK);
    for (int i = 0; i < 24; ++i) {
        int16_t pcm[200];
        const int samples = random_int(&random, 0, 200);
        for (int k = 0; k < samples; ++k)
            pcm[k] = (int16_t)(i % 8 == 7 ? INT16_MIN : random_bits(&random) >> 40);
        fuzz_require(earshot_push(&engine, pcm, (size_t)samples, &progress) == EARSHOT_OK);
        look(&engine);
    }
    earshot_reset(&engine);
    int8_t *features = aligned_memory(model->tensors[0].frequency);
    for (int column = 0; column < MOST_COLUMNS; ++column) {
        for (int band = 0; band < model->tensors[0].frequency; ++band)
            features[band] = (int8_t)(random_bits(&random) >> 40);
        fuzz_require(earshot_push_features(&engine, features, 1, &progress) == EARSHOT_OK);
        look(&engine);
    }
    free_aligned(features);
    free_aligned(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    earshot_model model;
    size &= ~(size_t)15;
    if (size < sizeof(earshot_pack_header))
        return 0;
    uint8_t *pack = aligned_memory(size);
    const uint32_t whole = (uint32_t)size;
    memcpy(pack, data, size);
    memcpy(pack + 12, &whole, sizeof whole);
    builder_seal(pack, size);
    if (earshot_model_open(&model, pack, size) == EARSHOT_OK) {
        fuzz_describe(&model);
        if (is_affordable(&model))
            run(&model, size);
    }
    free_aligned(pack);
    return 0;
}
