/*
 * What Earshot adds to a firmware, as one image: capture, ring, C module, the calls behind Earshot.Interop.
 * On QEMU it opens both packs, hears a second of sound and says how deep its stack went. Without EARSHOT it
 * is the same image less all that, for the difference.
 */
#include "board.h"

#ifdef EARSHOT
#include "firmware/classifier.h"
#include "firmware/microphone.h"
#include "firmware/packs.h"
#include "firmware/port.h"
#include "firmware/status.h"
#include "firmware/tone_check.h"
#include "firmware/watchdog.h"

extern const uint8_t pack_begin[];

/* The chip's part is measured where it is compiled (docs/firmware.md). */
int32_t earshot_port_describe(uint32_t sample_rate, earshot_capture_settings *settings)
{
    if (sample_rate != 16000)
        return EARSHOT_FIRMWARE_SAMPLE_RATE;
#ifdef DFSDM
    *settings = (earshot_capture_settings){.decimation = 1, .bits = 22, .gain = 256, .dc_shift = 8};
#else
    *settings = (earshot_capture_settings){.decimation = 2, .bits = 12, .gain = 256, .dc_shift = 8};
#endif
    return 0;
}

int32_t earshot_port_start(void)
{
    return 0;
}

void earshot_port_stop(void)
{
}

const void *earshot_port_deployed(uint32_t *bytes)
{
    *bytes = 131072;
    return pack_begin;
}

void earshot_port_watchdog_start(uint32_t milliseconds)
{
    (void)milliseconds;
}

void earshot_port_watchdog_feed(void)
{
}

void earshot_port_watchdog_start_timer(void)
{
}

void earshot_port_watchdog_bite(void)
{
    board_exit(1);
}

static volatile uint32_t wakes;

void earshot_microphone_wake(void)
{
    wakes++;
}

static void interrupt(uint32_t seed)
{
#ifdef DFSDM
    static int32_t raw[EARSHOT_BLOCK_SAMPLES];
    for (uint32_t i = 0; i < EARSHOT_BLOCK_SAMPLES; ++i)
        raw[i] = (int32_t)((i * 2654435761u + seed) & 0x3fffffu) << 8;
    earshot_microphone_hear_signed(raw, EARSHOT_BLOCK_SAMPLES, 8);
#else
    static uint16_t raw[2 * EARSHOT_BLOCK_SAMPLES];
    for (uint32_t i = 0; i < 2 * EARSHOT_BLOCK_SAMPLES; ++i)
        raw[i] = (uint16_t)((i * 2654435761u + seed) >> 20);
    earshot_microphone_hear_unsigned(raw, 2 * EARSHOT_BLOCK_SAMPLES);
#endif
}

static int hear(int32_t place)
{
    int32_t fields[EARSHOT_MODEL_FIELDS];
    uint8_t scores[64];
    uint8_t text[32];
    int32_t statistics[EARSHOT_STATISTICS_FIELDS];
    int32_t tone[EARSHOT_TONE_FIELDS];
    int32_t decisions = 0;
    if (earshot_pack_fingerprint(place) == 0 || earshot_classifier_open(place) < 0 ||
        earshot_microphone_start(16000) < 0 || earshot_watchdog_start(1000) < 0 ||
        earshot_watchdog_feed() < 0 || earshot_classifier_read_model(fields, EARSHOT_MODEL_FIELDS) < 0 ||
        earshot_classifier_read_class(0, fields, EARSHOT_CLASS_FIELDS) < 0 ||
        earshot_classifier_read_label(0, text, sizeof text) < 0 ||
        earshot_classifier_read_name(text, sizeof text) < 0)
        return 0;
    earshot_tone_check_begin(1000);
    for (uint32_t block = 0; block < 16000 / EARSHOT_BLOCK_SAMPLES; ++block) {
        interrupt(block);
        earshot_watchdog_pass(1);
        /* The tone check takes the first blocks, the classifier the rest. */
        if (block < 8)
            earshot_tone_check_hear(EARSHOT_BLOCK_SAMPLES);
        int32_t done;
        while ((done = earshot_classifier_process_hop()) >= 0)
            decisions += done;
    }
    return decisions > 0 && earshot_tone_check_read(tone, EARSHOT_TONE_FIELDS) >= 0 &&
           earshot_microphone_read_statistics(statistics, EARSHOT_STATISTICS_FIELDS) >= 0 &&
           earshot_classifier_read_scores(scores, sizeof scores) >= 0 &&
           earshot_classifier_read_level() > -32768 && earshot_classifier_reset() >= 0 &&
           earshot_microphone_await(EARSHOT_RING_SAMPLES) == 0 && earshot_microphone_position() > 0 &&
           earshot_microphone_lost_samples() == 0 && earshot_microphone_stop() >= 0 &&
           earshot_classifier_close() >= 0;
}
#endif

int main(void)
{
    int ok = 1;
    board_paint_stack();
#ifdef EARSHOT
    ok = hear(EARSHOT_PACK_DEPLOYED);
#ifdef BUILT_IN
    ok = ok && hear(EARSHOT_PACK_BUILT_IN);
#endif
#endif
    board_print("stack ");
    board_print_number(board_stack_used());
    board_print("\n");
    board_exit(ok ? 0 : 1);
}
