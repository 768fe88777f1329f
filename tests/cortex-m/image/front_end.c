/*
 * Runs the front-end cases: the same bits as on the host, and what one hop takes. Phases of case n: 4 n + 1
 * taking in a hop, 4 n + 2 samples to power spectrum, 4 n + 3 mel bands, logarithms and level, 4 n + 4 the
 * rest of the hop.
 */
#include "board.h"
#include "front_ends.h"
#include "frontend/bands.h"

extern const uint8_t pack_begin[];

static uint32_t first_phase;

static void begin(uint32_t part)
{
    if (first_phase > 0)
        board_begin_phase(first_phase + part);
}

/* The linker leads the front end's calls here. */
void __real_earshot_power_spectrum(earshot_bin *, const int16_t *, const int32_t *, uint32_t);
void __wrap_earshot_power_spectrum(earshot_bin *, const int16_t *, const int32_t *, uint32_t);
void __wrap_earshot_power_spectrum(earshot_bin *bins, const int16_t *frame, const int32_t *window,
                                   uint32_t fft_size)
{
    begin(1);
    __real_earshot_power_spectrum(bins, frame, window, fft_size);
}

int32_t __real_earshot_log_mel(const earshot_front_end_settings *, const earshot_bin *, int16_t *);
int32_t __wrap_earshot_log_mel(const earshot_front_end_settings *, const earshot_bin *, int16_t *);
int32_t __wrap_earshot_log_mel(const earshot_front_end_settings *settings, const earshot_bin *spectrum,
                               int16_t *log_mel)
{
    begin(2);
    return __real_earshot_log_mel(settings, spectrum, log_mel);
}

void __real_earshot_normalise(const earshot_front_end_settings *, const int16_t *, int32_t *, int8_t *);
void __wrap_earshot_normalise(const earshot_front_end_settings *, const int16_t *, int32_t *, int8_t *);
void __wrap_earshot_normalise(const earshot_front_end_settings *settings, const int16_t *log_mel,
                              int32_t *running, int8_t *features)
{
    begin(3);
    __real_earshot_normalise(settings, log_mel, running, features);
}

static void report(const char *name, const char *what, uint32_t value)
{
    board_print(name);
    board_print(what);
    board_print_number(value);
    board_print("\n");
}

/* One hop after a whole frame, under the counter. */
static uint32_t measure(earshot_front_end *front_end, const int16_t *pcm, uint32_t number)
{
    const earshot_front_end_settings *settings = front_end->settings;
    int8_t features[256];
    int complete;
    earshot_front_end_push(front_end, pcm, settings->frame_samples, features, &complete);
    board_paint_stack();
    first_phase = 4 * number + 1;
    begin(0);
    earshot_front_end_push(front_end, pcm + settings->frame_samples, settings->hop_samples, features,
                           &complete);
    board_begin_phase(0);
    first_phase = 0;
    const uint32_t stack = board_stack_used();
    earshot_front_end_reset(front_end);
    return stack;
}

int main(void)
{
    const uint8_t *at = pack_begin;
    uint32_t wrong = 0;
    size_t room;
    uint8_t *memory = board_free_memory(&room);
    for (uint32_t number = 0;; ++number) {
        const front_end_case *header = (const front_end_case *)(const void *)at;
        if (header->bytes == 0)
            return wrong > 0 || number == 0;
        const int16_t *pcm = (const void *)(at + header->samples_offset);
        earshot_front_end_settings settings;
        earshot_front_end front_end;
        front_end_case_settings(header, &settings);
        at += header->bytes;
        const size_t state = earshot_front_end_state_bytes(&settings);
        const size_t bytes = state + earshot_front_end_scratch_bytes(&settings);
        if (bytes > room || earshot_front_end_check(&settings) < 0 ||
            earshot_front_end_init(&front_end, &settings, memory, memory + state) < 0) {
            board_print(header->name);
            board_print(": no room, or refused\n");
            return 1;
        }
        report(header->name, " stack ", measure(&front_end, pcm, number));
        report(header->name, " memory ", (uint32_t)bytes);
        const int same = front_end_case_run(&front_end, pcm, header->samples) == header->expected;
        report(header->name, " same ", (uint32_t)same);
        wrong += !same;
    }
}
