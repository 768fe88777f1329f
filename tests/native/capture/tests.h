/* The tests in this folder. */
#ifndef CAPTURE_TESTS_H
#define CAPTURE_TESTS_H

void test_ring_order(void);
void test_ring_overrun(void);
void test_ring_wraps(void);
void test_ring_arguments(void);
void test_ring_two_threads(void);
void test_statistics_two_threads(void);
void test_half_band_response(void);
void test_capture_is_exact(void);
void test_capture_removes_offset(void);
void test_capture_clips(void);
void test_capture_statistics(void);
void test_capture_signed(void);
void test_capture_in_pieces(void);
void test_capture_settings(void);
void test_tone_level(void);
void test_tone_ratio(void);
void test_tone_arguments(void);
void test_packs_are_found(void);
void test_limits_are_told(void);
void test_bad_packs_are_told_apart(void);
void test_model_is_described(void);
void test_hops_equal_the_engine(void);
void test_waiting_for_sound(void);
void test_firmware_statistics(void);
void test_firmware_tone_check(void);
void test_watchdog(void);
void test_watchdog_two_threads(void);

#endif
