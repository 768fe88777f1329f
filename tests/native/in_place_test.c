/* Layers that write over their input: the right results, and plans that would give wrong ones refused. */
#include <stdlib.h>
#include <string.h>

#include "networks.h"
#include "nn/in_place.h"
#include "oracle.h"

void test_in_place(void)
{
    int layers[EARSHOT_LOOKUP + 1] = {0};
    for (uint64_t seed = 1; seed <= 400 && test_failures() == 0; ++seed) {
        builder b;
        running r;
        network_in_place(&b, seed);
        if (running_begin(&r, &b)) {
            const earshot_pack_header *h = r.model.header;
            const int columns = h->window_columns;
            int8_t *features = random_features(&r.model, seed, columns);
            oracle expected;
            oracle_run(&expected, &r.model, features, columns);
            /* Twice: the second window finds what the first has left behind. */
            for (int turn = 0; turn < 2; ++turn) {
                earshot_reset(&r.engine);
                earshot_push_features(&r.engine, features, (size_t)columns, NULL);
                CHECK_EQUAL(1, earshot_decisions(&r.engine));
                CHECK(test_same(oracle_column(&expected, h->logits_tensor, 0), earshot_logits(&r.engine),
                                h->class_count));
                CHECK(test_same(oracle_column(&expected, h->scores_tensor, 0), earshot_scores(&r.engine),
                                h->class_count));
            }
            for (int i = 0; i < h->layer_count; ++i)
                layers[r.model.layers[i].op] += earshot_is_in_place(&r.model, &r.model.layers[i]);
            if (test_failures() > 0)
                printf("  network %d\n", (int)seed);
            oracle_free(&expected);
            free(features);
        }
        running_end(&r);
    }
    for (int op = EARSHOT_CONVOLUTION; op <= EARSHOT_LOOKUP; ++op)
        CHECK(layers[op] >= 10 || op == EARSHOT_DENSE || op == EARSHOT_CONCATENATE || op == EARSHOT_SOFTMAX);
}

/* What a hostile plan does to the second of two layers that would be in place. */
typedef enum hostility {
    NONE,
    PARTLY,     /* begins 16 bytes behind its input */
    LARGER,     /* has more channels than its input */
    READ_LATER, /* the input is read once more */
    SCRATCH,    /* too little for the columns that wait */
    BLOCKS,     /* the window comes in several steps */
    FEATURES,   /* the input is tensor 0 */
    LOGITS,     /* the input is the logits */
    HOSTILITIES
} hostility;

static earshot_status open_hostile(hostility kind, int *fault)
{
    const geometry same = {.kernel_time = 3,
                           .kernel_frequency = 3,
                           .pad_time_begin = 2,
                           .pad_frequency_begin = 1,
                           .pad_frequency_end = 1};
    builder b;
    size_t size;
    earshot_model model;
    builder_begin(&b, 7, EARSHOT_MODE_WINDOW, 8, 16, 4, kind == BLOCKS ? 8 : 16);
    b.share = 1;
    b.in_place = builder_all_in_place;
    b.scratch = 0;
    const int first = kind == FEATURES ? 0 : builder_layer(&b, EARSHOT_CONVOLUTION, 0, 8, (geometry){0});
    int second = kind == LARGER
                     ? builder_layer(&b, EARSHOT_POINTWISE, first, 9, (geometry){0})
                     : builder_layer(&b, EARSHOT_DEPTHWISE, first, b.tensors[first].channels, same);
    int last = second;
    if (kind == READ_LATER)
        last = builder_join(&b, EARSHOT_ADD, first, second, 0, 0, 0);
    builder_head(&b, last, 0, 1, 3);
    uint8_t *pack = builder_finish(&b, &size);
    CHECK_EQUAL(EARSHOT_OK, earshot_model_open(&model, pack, size));
    earshot_pack_header *h = (earshot_pack_header *)(void *)pack;
    earshot_pack_tensor *tensors = (earshot_pack_tensor *)(void *)(pack + h->tensors_offset);
    if (kind == LOGITS)
        tensors[h->scores_tensor].offset = tensors[h->logits_tensor].offset;
    else
        tensors[second].offset = tensors[first].offset + (kind == PARTLY ? 16 : 0);
    /* Three columns wait, one for each that the padding lets an output look back. */
    const uint32_t waiting = 3u * earshot_column_bytes(&tensors[second]);
    h->layer_scratch_offset = (h->arena_bytes + 15u) & ~15u;
    h->layer_scratch_bytes = kind == SCRATCH ? (waiting & ~15u) - 16 : (waiting + 15u) & ~15u;
    h->arena_bytes = h->layer_scratch_offset + ((h->layer_scratch_bytes + 15u) & ~15u);
    builder_seal(pack, size);
    const earshot_status status = earshot_model_open(&model, pack, size);
    *fault = earshot_model_fault(&model);
    builder_free_pack(pack);
    return status;
}

void test_hostile_in_place(void)
{
    for (int kind = NONE; kind < HOSTILITIES; ++kind) {
        int fault;
        const earshot_status status = open_hostile((hostility)kind, &fault);
        CHECK_EQUAL(kind == NONE ? EARSHOT_OK : EARSHOT_ERROR_ARENA, status);
        CHECK((kind == NONE) == (fault < 0));
        if (test_failures() > 0)
            printf("  hostility %d\n", kind);
    }
}
