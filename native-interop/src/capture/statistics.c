#include "statistics.h"

#include <string.h>

#include "shared.h"

void earshot_statistics_clear(earshot_capture *capture)
{
    memset(&capture->running, 0, sizeof capture->running);
    capture->running.minimum = INT16_MAX;
    capture->running.maximum = INT16_MIN;
    capture->squares = 0;
}

void earshot_statistics_add(earshot_capture *capture, int32_t sample)
{
    earshot_capture_statistics *running = &capture->running;
    running->samples++;
    if (sample < running->minimum)
        running->minimum = sample;
    if (sample > running->maximum)
        running->maximum = sample;
    capture->squares += (uint32_t)(sample * sample);
}

void earshot_statistics_answer(earshot_capture *capture)
{
    const uint32_t asked = shared_read(&capture->asked);
    if (asked == capture->answered || capture->running.samples == 0)
        return;
    capture->running.offset =
        (capture->mean >> capture->settings.dc_shift) >> 4; /* 1/2^19 to 1/2^15 of full scale */
    capture->running.mean_square = (uint32_t)(capture->squares / capture->running.samples);
    capture->ready = capture->running;
    shared_write(&capture->answered, asked);
    earshot_statistics_clear(capture);
}

int earshot_capture_read_statistics(earshot_capture *capture, earshot_capture_statistics *statistics)
{
    const uint32_t asked = capture->asked;
    const int has_answer = shared_read(&capture->answered) == asked;
    if (has_answer && asked != 0)
        *statistics = capture->ready;
    if (has_answer)
        shared_write(&capture->asked, asked + 1);
    return has_answer && asked != 0;
}
