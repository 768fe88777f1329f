#include "tone_check.h"

#include "earshot/tone.h"
#include "microphone.h"
#include "status.h"

static earshot_tone tone;
static int is_begun;

int32_t earshot_tone_check_begin(int32_t frequency)
{
    const uint32_t sample_rate = earshot_microphone_sample_rate();
    if (sample_rate == 0)
        return EARSHOT_FIRMWARE_MICROPHONE;
    if (frequency < 1)
        return EARSHOT_ERROR_ARGUMENT;
    const int32_t status = earshot_tone_begin(&tone, (uint32_t)frequency, sample_rate);
    is_begun = status == EARSHOT_OK;
    return status;
}

int32_t earshot_tone_check_hear(int32_t samples)
{
    earshot_ring *ring = earshot_microphone_ring();
    if (samples < 0)
        return EARSHOT_ERROR_ARGUMENT;
    if (!is_begun)
        return EARSHOT_FIRMWARE_MICROPHONE;
    uint32_t rest = (uint32_t)samples;
    while (rest > 0) {
        const int16_t *pcm;
        const uint32_t count = earshot_ring_peek(ring, rest, &pcm);
        if (count == 0)
            break;
        earshot_tone_push(&tone, pcm, count);
        earshot_ring_skip(ring, count);
        rest -= count;
    }
    return samples - (int32_t)rest;
}

int32_t earshot_tone_check_read(int32_t *fields, uint32_t count)
{
    earshot_tone_result result;
    if (count < EARSHOT_TONE_FIELDS)
        return EARSHOT_ERROR_ARGUMENT;
    if (!is_begun || earshot_tone_read(&tone, &result) != EARSHOT_OK)
        return EARSHOT_FIRMWARE_NO_SOUND;
    fields[0] = result.level;
    fields[1] = result.ratio;
    fields[2] = (int32_t)result.samples;
    return EARSHOT_OK;
}
