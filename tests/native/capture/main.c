#include "runner.h"
#include "tests.h"

static const test_case cases[] = {
    {"a ring gives samples in order", test_ring_order},
    {"a full ring loses blocks and says where", test_ring_overrun},
    {"a ring goes on past 2^32 blocks", test_ring_wraps},
    {"a ring's sizes are checked", test_ring_arguments},
    {"two threads: every block whole and in its place", test_ring_two_threads},
    {"two threads: statistics add up", test_statistics_two_threads},
    {"halving the rate: pass band and stop band", test_half_band_response},
    {"capture without change is exact", test_capture_is_exact},
    {"the mean is removed", test_capture_removes_offset},
    {"gain saturates and is counted", test_capture_clips},
    {"statistics are those of the samples", test_capture_statistics},
    {"signed values of 24 bits", test_capture_signed},
    {"raw values in pieces give the same samples", test_capture_in_pieces},
    {"capture settings are checked", test_capture_settings},
    {"level of a tone", test_tone_level},
    {"a tone in noise, and none", test_tone_ratio},
    {"tone arguments are checked", test_tone_arguments},
    {"packs are found where they lie", test_packs_are_found},
    {"the firmware says what it was built for", test_limits_are_told},
    {"bad packs are told apart", test_bad_packs_are_told_apart},
    {"the firmware describes its model", test_model_is_described},
    {"the firmware's hops equal the engine's", test_hops_equal_the_engine},
    {"waiting for sound", test_waiting_for_sound},
    {"the firmware's statistics of its microphone", test_firmware_statistics},
    {"the firmware's tone check", test_firmware_tone_check},
    {"the watchdog counts down in front of the chip's", test_watchdog},
    {"two threads: the watchdog is fed while it counts", test_watchdog_two_threads},
};

int main(int argc, char **argv)
{
    return test_run(cases, sizeof cases / sizeof cases[0], argc, argv);
}
