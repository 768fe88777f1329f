#include <string.h>

#include "reference.h"

/* exp(x) for x <= 0, within 1e-6 of it, by plain single-precision arithmetic: the same bits everywhere. */
static float exponential(float x)
{
    if (!(x > -80.0f))
        return 0.0f;
    /* 2^(n + f) with n a whole number and f in [-1/2, 1/2]; x is not positive, so truncation rounds up. */
    const float power = x * 1.44269504f;
    const int32_t n = (int32_t)(power - 0.5f);
    const float f = (power - (float)n) * 0.693147181f;
    float series = 1.0f / 720.0f;
    series = series * f + 1.0f / 120.0f;
    series = series * f + 1.0f / 24.0f;
    series = series * f + 1.0f / 6.0f;
    series = series * f + 0.5f;
    series = series * f + 1.0f;
    series = series * f + 1.0f;
    const uint32_t bits = (uint32_t)(n + 127) << 23;
    float scale;
    memcpy(&scale, &bits, sizeof scale);
    return series * scale;
}

/* To nearest, halves to even; 0 <= value <= 256. */
static int32_t round_even(float value)
{
    const int32_t whole = (int32_t)value;
    const float rest = value - (float)whole;
    return whole + (rest > 0.5f || (rest == 0.5f && (whole & 1)));
}

static void softmax(const int8_t *input, int32_t channels, float scale, int8_t *output)
{
    int32_t maximum = -128;
    for (int32_t i = 0; i < channels; ++i)
        maximum = input[i] > maximum ? input[i] : maximum;
    float sum = 0.0f;
    for (int32_t i = 0; i < channels; ++i)
        sum += exponential((float)(input[i] - maximum) * scale);
    for (int32_t i = 0; i < channels; ++i) {
        const float share = exponential((float)(input[i] - maximum) * scale) / sum;
        output[i] = (int8_t)earshot_clamp(round_even(share * 256.0f) - 128, -128, 127);
    }
}

void earshot_reference_softmax(const earshot_work *work)
{
    const int32_t channels = work->in[0]->channels;
    for (int32_t o = 0; o < work->output.count; ++o) {
        const int8_t *input = earshot_column(&work->input[0], work->first[0] + o);
        int8_t *output = earshot_column(&work->output, o);
        for (int32_t f = 0; f < work->in[0]->frequency; ++f)
            softmax(input + f * channels, channels, work->in[0]->scale, output + f * channels);
    }
}
