/*
 * The engine on packs that are hostile but intact: size and checksum are made right before the pack is
 * opened. What opens must run, in an arena of exactly the size that it asks for, without touching a byte
 * beside it. And its plan must be sound: with longer rings, each in memory of its own, the results are the
 * same.
 */
#include <string.h>

#include "fuzz.h"

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t capacity);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t capacity, unsigned seed);

/* Bounds that keep one input below a second; the pack format allows far more. */
enum { MOST_ARENA = 1 << 20, MOST_COLUMNS = 120, MOST_PRODUCTS = 2000000, MOST_RING = 30000 };

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
        switch (random_int(&random, 0, 4)) {
        case 0:
            value = (uint16_t)random_bits(&random);
            break;
        case 1:
            value = 65535;
            break;
        case 2: /* an offset that may be one: near the end, where a table does not fit */
            value = (uint16_t)((size & ~(size_t)15) - 16u * (uint32_t)random_int(&random, 0, 20));
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
        if (out->columns > MOST_RING || in->columns > MOST_RING)
            return 0;
        products += columns * out->frequency * out->channels * layer->kernel_time * layer->kernel_frequency *
                    (layer->op == EARSHOT_DEPTHWISE || layer->op > EARSHOT_DENSE ? 1 : in->channels);
    }
    const uint32_t decisions = MOST_COLUMNS / model->header->decision_hop + 1;
    return products * decisions <= MOST_PRODUCTS && earshot_arena_bytes(model) <= MOST_ARENA;
}

/*
 * The pack with a plan that nothing can be wrong with: every ring twice as long and more, and nothing shared.
 * Its tensors stand behind everything else, for in a hostile pack another table may lie on them.
 */
static uint8_t *with_room(const earshot_model *model, size_t *size)
{
    const uint32_t count = model->header->tensor_count;
    const uint32_t at = model->header->size;
    const uint32_t bytes = count * (uint32_t)sizeof(earshot_pack_tensor);
    *size = (at + bytes + 15u) & ~(size_t)15;
    uint8_t *pack = aligned_memory(*size);
    memset(pack, 0, *size);
    memcpy(pack, model->bytes, at);
    memcpy(pack + at, model->tensors, bytes);
    earshot_pack_header *h = (earshot_pack_header *)(void *)pack;
    earshot_pack_tensor *tensors = (earshot_pack_tensor *)(void *)(pack + at);
    uint32_t end = 0;
    for (uint32_t i = 0; i < count; ++i) {
        tensors[i].columns = (uint16_t)(2 * tensors[i].columns + 5);
        tensors[i].offset = end;
        end += (tensors[i].columns * earshot_column_bytes(&tensors[i]) + 15u) & ~15u;
    }
    h->size = (uint32_t)*size;
    h->tensors_offset = at;
    h->layer_scratch_offset = end;
    end += (h->layer_scratch_bytes + 15u) & ~15u;
    h->front_end_scratch_offset = end;
    h->arena_bytes = end + 4 * 1024;
    builder_seal(pack, *size);
    return pack;
}

static void look(const earshot_engine *engine, const earshot_engine *roomy)
{
    const uint32_t classes = engine->model->header->class_count;
    const int8_t *scores = earshot_scores(engine);
    const int8_t *logits = earshot_logits(engine);
    fuzz_require((scores != NULL) == (earshot_decisions(engine) > 0) && (scores == NULL) == (logits == NULL));
    fuzz_require(earshot_level(engine) == earshot_level(roomy));
    fuzz_require(earshot_decisions(engine) == earshot_decisions(roomy));
    if (scores) {
        fuzz_require(memcmp(scores, earshot_scores(roomy), classes) == 0);
        fuzz_require(memcmp(logits, earshot_logits(roomy), classes) == 0);
    }
}

static uint8_t *begin(earshot_engine *engine, const earshot_model *model)
{
    const size_t bytes = earshot_arena_bytes(model);
    uint8_t *arena = aligned_memory(bytes);
    fuzz_require(earshot_init(engine, model, arena, bytes) == EARSHOT_OK);
    return arena;
}

static void run(const earshot_model *model, const earshot_model *roomy_model, uint64_t seed)
{
    earshot_engine engine, roomy;
    earshot_progress progress;
    random_state random = {seed | 1u};
    uint8_t *arena = begin(&engine, model);
    uint8_t *roomy_arena = begin(&roomy, roomy_model);
    for (int i = 0; i < 24; ++i) {
        int16_t pcm[200];
        const int samples = random_int(&random, 0, 200);
        for (int k = 0; k < samples; ++k)
            pcm[k] = (int16_t)(i % 8 == 7 ? INT16_MIN : random_bits(&random) >> 40);
        fuzz_require(earshot_push(&engine, pcm, (size_t)samples, &progress) == EARSHOT_OK);
        fuzz_require(earshot_push(&roomy, pcm, (size_t)samples, NULL) == EARSHOT_OK);
        look(&engine, &roomy);
    }
    earshot_reset(&engine);
    earshot_reset(&roomy);
    int8_t *features = aligned_memory(model->tensors[0].frequency);
    for (int column = 0; column < MOST_COLUMNS; ++column) {
        for (int band = 0; band < model->tensors[0].frequency; ++band)
            features[band] = (int8_t)(random_bits(&random) >> 40);
        fuzz_require(earshot_push_features(&engine, features, 1, &progress) == EARSHOT_OK);
        fuzz_require(earshot_push_features(&roomy, features, 1, NULL) == EARSHOT_OK);
        look(&engine, &roomy);
    }
    free_aligned(features);
    free_aligned(roomy_arena);
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
        if (is_affordable(&model)) {
            earshot_model roomy;
            size_t roomy_size;
            uint8_t *roomy_pack = with_room(&model, &roomy_size);
            fuzz_require(earshot_model_open(&roomy, roomy_pack, roomy_size) == EARSHOT_OK);
            run(&model, &roomy, size);
            free_aligned(roomy_pack);
        }
    }
    free_aligned(pack);
    return 0;
}
