/* A firmware whose ring (EARSHOT_RING_SAMPLES) does not hold a hop of the model: it opens none. */
#include "earshot/earshot.h"
#include "firmware/classifier.h"
#include "firmware/limits.h"
#include "firmware/packs.h"
#include "firmware/status.h"
#include "runner.h"
#include "test.h"
#include "test_pack.h"

static void test_ring_too_short(void)
{
    earshot_model model;
    earshot_model_info info;
    int32_t fields[EARSHOT_MODEL_FIELDS];
    CHECK_EQUAL(EARSHOT_OK, earshot_model_open(&model, pack, load_pack()));
    earshot_model_get_info(&model, &info);
    CHECK_EQUAL(EARSHOT_RING_SAMPLES, earshot_limits.ring_samples);
    CHECK(info.hop_samples > earshot_limits.ring_samples);
    const int32_t places[] = {EARSHOT_PACK_DEPLOYED, EARSHOT_PACK_BUILT_IN};
    for (int i = 0; i < 2; ++i) {
        CHECK_EQUAL(-70, earshot_classifier_open(places[i]));
        CHECK_EQUAL(EARSHOT_FIRMWARE_NOT_OPEN, earshot_classifier_read_model(fields, EARSHOT_MODEL_FIELDS));
        CHECK_EQUAL(EARSHOT_FIRMWARE_NOT_OPEN, earshot_classifier_process_hop());
        /* What the pack is can be told all the same. */
        CHECK(earshot_pack_fingerprint(places[i]) != 0);
    }
}

static const test_case cases[] = {
    {"a model whose hop the ring does not hold is refused", test_ring_too_short},
};

int main(int argc, char **argv)
{
    return test_run(cases, sizeof cases / sizeof cases[0], argc, argv);
}
