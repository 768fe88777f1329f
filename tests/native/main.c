#include "test.h"

#include <string.h>

static int failures;

void test_fail(const char *file, int line, const char *what)
{
    if (++failures <= 5)
        printf("  %s:%d: %s\n", file, line, what);
}

int test_failures(void)
{
    return failures;
}

typedef struct test_case {
    const char *name;
    void (*run)(void);
} test_case;

static const test_case cases[] = {
    {"requantisation rounds once", test_arithmetic},
    {"logarithm against the library's", test_logarithm},
    {"kernels against the oracle", test_kernels},
    {"streaming equals the whole sequence", test_streaming},
    {"windows in blocks equal whole windows", test_windows},
    {"a stream goes on for ever", test_long_stream},
    {"sound in pieces gives the same scores", test_sound_in_pieces},
    {"a pack with any byte changed is refused", test_pack_bytes},
    {"wrong fields are refused with their status", test_pack_fields},
    {"a ring with one column less is refused", test_smallest_plan},
    {"memory is shared only in turn", test_shared_memory},
    {"layers write over their input", test_in_place},
    {"plans that write over what is still read are refused", test_hostile_in_place},
    {"hostile packs are refused or run cleanly", test_pack_mutations},
    {"memory too small or misaligned is refused", test_memory_given},
    {"labels are UTF-8", test_labels},
    {"table of roots is correctly rounded", test_roots},
    {"fixed-point products are the same everywhere", test_products},
    {"front end against double precision, synthetic", test_front_end_synthetic},
    {"front end against double precision, clips", test_front_end_clips},
    {"silence gives the floor", test_silence},
    {"normalisation against its formula", test_normalisation},
    {"level of a sine", test_level},
    {"front-end settings are checked", test_front_end_settings},
    {"raw samples are companded", test_samples},
    {"front-end settings for raw samples are checked", test_samples_settings},
#ifdef TEST_CMSIS_NN
    {"CMSIS-NN's mean where it has the pack's bits", test_cmsis_nn_mean},
    {"a CMSIS-NN that rounds twice is refused", test_cmsis_nn_rounding},
    {"every CMSIS-NN function has been called", test_cmsis_nn_calls},
#endif
};

static int is_wanted(const char *name, int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (strstr(name, argv[i]))
            return 1;
    }
    return argc == 1;
}

/* With arguments, runs only the tests whose names contain one of them. */
int main(int argc, char **argv)
{
    int passed = 0;
    int failed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
        if (!is_wanted(cases[i].name, argc, argv))
            continue;
        failures = 0;
        cases[i].run();
        printf("%s  %s\n", failures == 0 ? "ok  " : "FAIL", cases[i].name);
        fflush(stdout);
        if (failures == 0)
            ++passed;
        else
            ++failed;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
