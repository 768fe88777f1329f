#include "runner.h"
#include "test.h"

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

int main(int argc, char **argv)
{
    return test_run(cases, sizeof cases / sizeof cases[0], argc, argv);
}
