#include "earshot/tone.h"

#include <string.h>

#include "../frontend/logarithm.h"
#include "../frontend/twiddles.h"

#define MOST_SAMPLES 65536u

earshot_status earshot_tone_begin(earshot_tone *tone, uint32_t frequency, uint32_t sample_rate)
{
    if (!tone || frequency < 1 || frequency > sample_rate / 2)
        return EARSHOT_ERROR_ARGUMENT;
    memset(tone, 0, sizeof *tone);
    tone->step = (uint32_t)(((uint64_t)frequency << 32) / sample_rate);
    return EARSHOT_OK;
}

/* Cosine in the lower and sine in the upper half, in 1/32768. */
static uint32_t root_at(uint32_t phase, int32_t *sign)
{
    const uint32_t i = phase >> 22;
    *sign = i < 512 ? 1 : -1;
    const uint32_t half = i & 511u;
    /* A quarter of a turn is in the table of every build. */
    if (half < 256)
        return earshot_root_of_1024(half);
    const uint32_t root = earshot_root_of_1024(half - 256);
    const uint32_t turned_cosine = (uint32_t) - (int32_t)(root >> 16) & 0xffffu;
    return turned_cosine | root << 16;
}

void earshot_tone_push(earshot_tone *tone, const int16_t *pcm, size_t samples)
{
    for (size_t i = 0; i < samples && tone->samples < MOST_SAMPLES; ++i) {
        const int32_t sample = pcm[i];
        int32_t sign;
        const uint32_t root = root_at(tone->phase, &sign);
        tone->cosine += sign * (int16_t)(root & 0xffffu) * sample;
        tone->sine += sign * (int16_t)(root >> 16) * sample;
        tone->sum += sample;
        tone->squares += (uint32_t)(sample * sample);
        tone->phase += tone->step;
        tone->samples++;
    }
}

/* 10 log10 of a ratio of powers in 1/256 dB from its log2 in Q16: 2560 log10(2) / 65536. */
static int32_t decibels(int64_t log2)
{
    return (int32_t)(log2 * 770637 / 65536000);
}

earshot_status earshot_tone_read(const earshot_tone *tone, earshot_tone_result *result)
{
    if (!tone || !result || tone->samples == 0)
        return EARSHOT_ERROR_ARGUMENT;
    const int64_t count = tone->samples;
    const int64_t cosine = tone->cosine / 32768;
    const int64_t sine = tone->sine / 32768;
    /* The energy of A cos(wt) over n samples is n A^2 / 2, and its correlation with cos(wt) is n A / 2. */
    const uint64_t energy = (uint64_t)(2 * (cosine * cosine + sine * sine) / count);
    const uint64_t all = tone->squares - (uint64_t)(tone->sum / count * tone->sum);
    const uint64_t rest = all > energy ? all - energy : 0;
    const int64_t log_energy = earshot_log2(energy + 1);
    result->samples = tone->samples;
    result->level = decibels(log_energy - earshot_log2((uint64_t)count) - 29 * 65536);
    result->ratio = decibels(log_energy - earshot_log2(rest + 1));
    return EARSHOT_OK;
}
