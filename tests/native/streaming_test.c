#include <stdlib.h>
#include <string.h>

#include "networks.h"
#include "oracle.h"

static void compare_decision(running *r, const oracle *whole, int decision)
{
    const earshot_pack_header *h = r->model.header;
    const int8_t *scores = earshot_scores(&r->engine);
    const int8_t *logits = earshot_logits(&r->engine);
    CHECK(scores && logits && decision < whole->total[h->scores_tensor]);
    if (test_failures() > 0)
        return;
    CHECK(test_same(oracle_column(whole, h->scores_tensor, decision), scores, h->class_count));
    CHECK(test_same(oracle_column(whole, h->logits_tensor, decision), logits, h->class_count));
}

/* Feeds columns in random portions; after every decision the scores must be those of the whole sequence. */
static int feed(running *r, const oracle *whole, const int8_t *features, int columns, uint64_t seed)
{
    random_state random = {seed + 99};
    const int bands = r->model.front_end.bands;
    int decisions = 0;
    for (int fed = 0; fed < columns;) {
        int portion = random_int(&random, 0, r->model.header->decision_hop);
        portion = portion > columns - fed ? columns - fed : portion;
        earshot_progress progress;
        earshot_push_features(&r->engine, features + fed * bands, (size_t)portion, &progress);
        fed += portion;
        decisions += (int)progress.decisions;
        CHECK_EQUAL(portion, progress.hops);
        CHECK(progress.decisions <= 2);
        CHECK_EQUAL(decisions, earshot_decisions(&r->engine));
        if (progress.decisions > 0)
            compare_decision(r, whole, decisions - 1);
        else if (decisions == 0)
            CHECK(!earshot_scores(&r->engine));
    }
    return decisions;
}

void test_streaming(void)
{
    for (uint64_t seed = 1; seed <= 300 && test_failures() == 0; ++seed) {
        builder b;
        running r;
        network_stream(&b, seed, 1);
        b.header.block_columns = (uint16_t)random_int(&b.random, 1, b.header.decision_hop);
        if (running_begin(&r, &b)) {
            const int columns = 4 * r.model.header->window_columns + 50;
            int8_t *features = random_features(&r.model, seed, columns);
            oracle whole;
            oracle_run(&whole, &r.model, features, columns);
            for (int round = 0; round < 2; ++round) {
                const int decisions = feed(&r, &whole, features, columns, seed);
                /* Only a block that has not filled up may be missing. */
                const int usable = columns / r.model.header->block_columns * r.model.header->block_columns;
                CHECK_EQUAL((usable - r.model.header->window_columns) / r.model.header->decision_hop + 1,
                            decisions);
                earshot_reset(&r.engine);
                CHECK(!earshot_scores(&r.engine) && !earshot_logits(&r.engine));
            }
            oracle_free(&whole);
            free(features);
        }
        running_end(&r);
    }
}

/* Each decision equals the oracle on the window alone, whatever came before it. */
static void compare_windows(running *r, uint64_t seed)
{
    const earshot_pack_header *h = r->model.header;
    const int bands = r->model.front_end.bands;
    const int columns = h->window_columns + 5 * h->decision_hop;
    int8_t *features = random_features(&r->model, seed, columns);
    int decisions = 0;
    for (int fed = 0; fed < columns && test_failures() == 0; ++fed) {
        earshot_progress progress;
        earshot_push_features(&r->engine, features + fed * bands, 1, &progress);
        const int begin = fed + 1 - h->window_columns;
        CHECK_EQUAL(begin >= 0 && begin % h->decision_hop == 0, progress.decisions);
        if (progress.decisions == 0)
            continue;
        oracle window;
        oracle_run(&window, &r->model, features + begin * bands, h->window_columns);
        compare_decision(r, &window, 0);
        oracle_free(&window);
        ++decisions;
    }
    CHECK_EQUAL(6, decisions);
    free(features);
}

void test_windows(void)
{
    for (uint64_t seed = 1; seed <= 120 && test_failures() == 0; ++seed) {
        for (int block = 1; block <= 23 && test_failures() == 0; block += block == 22 ? 1 : 7) {
            builder b;
            running r;
            network_window(&b, seed, block, seed % 2 == 0);
            if (running_begin(&r, &b))
                compare_windows(&r, seed);
            running_end(&r);
        }
    }
}

/* Beyond 65536 columns, more than 16 bits can count, every decision still depends on its window only. */
void test_long_stream(void)
{
    builder b;
    running r;
    network_stream(&b, 5, 1);
    if (running_begin(&r, &b)) {
        enum { COLUMNS = 66500, LOOK_FROM = 65000 };
        const earshot_pack_header *h = r.model.header;
        const int bands = r.model.front_end.bands;
        int8_t *features = random_features(&r.model, 3, COLUMNS);
        int compared = 0;
        for (int fed = 0; fed < COLUMNS && test_failures() == 0; ++fed) {
            earshot_progress progress;
            earshot_push_features(&r.engine, features + fed * bands, 1, &progress);
            if (progress.decisions == 0 || fed < LOOK_FROM)
                continue;
            oracle window;
            oracle_run(&window, &r.model, features + (fed + 1 - h->window_columns) * bands,
                       h->window_columns);
            compare_decision(&r, &window, 0);
            oracle_free(&window);
            ++compared;
        }
        CHECK(compared > 50);
        CHECK_EQUAL((COLUMNS - h->window_columns) / h->decision_hop + 1, earshot_decisions(&r.engine));
        free(features);
    }
    running_end(&r);
}

enum { SOUND_SAMPLES = 16000 };

/* A decision's scores one after another, for a sound given in portions of at most `largest` samples. */
static size_t listen(running *r, const int16_t *pcm, int largest, int8_t *record, int32_t *level)
{
    random_state random = {(uint64_t)largest};
    size_t recorded = 0;
    int hops = 0;
    earshot_reset(&r->engine);
    for (int heard = 0; heard < SOUND_SAMPLES;) {
        int portion = random_int(&random, 0, largest);
        portion = portion > SOUND_SAMPLES - heard ? SOUND_SAMPLES - heard : portion;
        earshot_progress progress;
        CHECK_EQUAL(EARSHOT_OK, earshot_push(&r->engine, pcm + heard, (size_t)portion, &progress));
        CHECK(progress.hops <= 1 && progress.decisions <= 1);
        heard += portion;
        hops += (int)progress.hops;
        if (progress.decisions > 0) {
            memcpy(record + recorded, earshot_scores(&r->engine), r->model.header->class_count);
            recorded += r->model.header->class_count;
        }
    }
    *level = earshot_level(&r->engine);
    CHECK_EQUAL(earshot_frame_count(&r->model.front_end, SOUND_SAMPLES), hops);
    return recorded;
}

void test_sound_in_pieces(void)
{
    static int16_t pcm[SOUND_SAMPLES];
    static int8_t expected[4096], actual[4096];
    random_state random = {11};
    for (int i = 0; i < SOUND_SAMPLES; ++i)
        pcm[i] = (int16_t)(random_int(&random, -6000, 6000) / (1 + i / 3000));
    for (int mode = 0; mode < 2; ++mode) {
        builder b;
        running r;
        if (mode == EARSHOT_MODE_STREAM)
            network_stream(&b, 21, 1);
        else
            network_window(&b, 21, 23, 1);
        if (running_begin(&r, &b)) {
            int32_t level, other;
            const size_t bytes = listen(&r, pcm, 160, expected, &level);
            CHECK(bytes >= 15 && bytes < sizeof expected);
            for (int largest = 1; largest <= 129; largest *= 2) {
                CHECK_EQUAL(bytes, listen(&r, pcm, largest, actual, &other));
                CHECK_EQUAL(level, other);
                CHECK(memcmp(expected, actual, bytes) == 0);
            }
        }
        running_end(&r);
    }
}
