#include "settings.h"

#include <math.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

static double to_mel(double hertz)
{
    return 2595.0 * log10(1.0 + hertz / 700.0);
}

static double to_hertz(double mel)
{
    return 700.0 * (pow(10.0, mel / 2595.0) - 1.0);
}

static double ratio(double hertz)
{
    const double f = hertz * hertz;
    return 12194.0 * 12194.0 * f * f /
           ((f + 20.6 * 20.6) * sqrt((f + 107.7 * 107.7) * (f + 737.9 * 737.9)) * (f + 12194.0 * 12194.0));
}

double test_a_weighting(double hertz)
{
    const double relative = ratio(hertz) / ratio(1000.0);
    return relative * relative;
}

/* Peaks of the triangles in bins: of the bands and their outer feet, and on either side what the level needs.
 */
static void place_peaks(test_settings *own, int rate, int fft, int bands)
{
    const double low = to_mel(50.0);
    const double step = (to_mel(0.475 * rate) - low) / (bands + 1);
    int count = 0;
    for (int bin = 1; bin < 50.0 * fft / rate - 0.5; ++bin)
        own->peaks[count++] = bin;
    own->settings.first_band = (uint16_t)(count + 1);
    for (int i = 0; i < bands + 2; ++i) {
        const double peak = to_hertz(low + step * i) * fft / rate;
        /* At least a bin apart, so that no band is empty. */
        own->peaks[count] =
            count > 0 && peak < own->peaks[count - 1] + 1.0 ? own->peaks[count - 1] + 1.0 : peak;
        ++count;
    }
    while (own->peaks[count - 1] < fft / 2.0) {
        const double peak = own->peaks[count - 1] * 1.05;
        own->peaks[count++] = peak < fft / 2.0 - 1.0 ? peak : fft / 2.0;
    }
    own->settings.triangle_count = (uint16_t)count;
}

static uint32_t unsigned_fraction(double value)
{
    return value >= 1.0 ? UINT32_MAX : (uint32_t)floor(value * 4294967296.0);
}

static void make_segments(test_settings *own, int fft)
{
    for (int i = 0; i < own->settings.triangle_count; ++i) {
        earshot_triangle *triangle = &own->triangles[i];
        const int last = i + 1 == own->settings.triangle_count;
        const double width = last ? 1.0 : own->peaks[i + 1] - own->peaks[i];
        const int first = (int)fmin(fmax(ceil(own->peaks[i]), 1.0), fft / 2);
        const int end = last ? first : (int)fmin(fmax(ceil(own->peaks[i + 1]), 1.0), fft / 2);
        triangle->first_bin = (uint16_t)first;
        triangle->bins = (uint16_t)(end - first);
        triangle->rise_offset = unsigned_fraction(end > first ? (first - own->peaks[i]) / width : 0.0);
        triangle->rise_slope = unsigned_fraction(1.0 / width);
    }
}

/* The weights whose interpolation comes closest to the A-curve, by relative error in the least-squares sense.
 */
static void fit_level_weights(test_settings *own, int rate, int fft)
{
    const int count = own->settings.triangle_count;
    double diagonal[512], above[512], right[512];
    for (int i = 0; i < count; ++i) {
        const double target = test_a_weighting(fmax(own->peaks[i], 0.5) * rate / fft);
        diagonal[i] = 1e-6 / (target * target);
        right[i] = 1e-6 / target;
        above[i] = 0.0;
    }
    for (int i = 0; i + 1 < count; ++i) {
        for (int bin = own->triangles[i].first_bin;
             bin < own->triangles[i].first_bin + own->triangles[i].bins; ++bin) {
            const double target = test_a_weighting((double)bin * rate / fft);
            const double rise = (bin - own->peaks[i]) / (own->peaks[i + 1] - own->peaks[i]) / target;
            const double fall = 1.0 / target - rise;
            diagonal[i] += fall * fall;
            above[i] += fall * rise;
            diagonal[i + 1] += rise * rise;
            right[i] += fall;
            right[i + 1] += rise;
        }
    }
    for (int i = 1; i < count; ++i) {
        const double factor = above[i - 1] / diagonal[i - 1];
        diagonal[i] -= factor * above[i - 1];
        right[i] -= factor * right[i - 1];
    }
    for (int i = count - 1; i >= 0; --i) {
        right[i] = (right[i] - (i + 1 < count ? above[i] * right[i + 1] : 0.0)) / diagonal[i];
        own->triangles[i].level_weight = (uint32_t)llrint(fmax(right[i], 0.0) * 2147483648.0);
    }
}

/* The largest power of two as the window's scale that the check lets pass. */
static void scale_window(test_settings *own)
{
    earshot_front_end_settings *settings = &own->settings;
    const int halvings = settings->fft_size == 256 ? 2 : 3;
    double energy = 0.0;
    for (int i = 0; i < settings->frame_samples; ++i)
        energy += own->exact_window[i] * own->exact_window[i];
    for (int exponent = 25; exponent > 0; --exponent) {
        /* Y = 2 X * 2^exponent / 2^(16 + halvings) */
        const int power_exponent = 2 * (1 + exponent - 16 - halvings);
        for (int i = 0; i < settings->frame_samples; ++i)
            own->window[i] = (int32_t)lrint(ldexp(own->exact_window[i], exponent));
        settings->log_offset = 65536 * power_exponent;
        /* The weighted sum is in halves; each bin stands for two of the whole spectrum. */
        settings->level_offset = (int32_t)lrint(
            2560.0 * (log10(2.0 * 2.0 / (settings->fft_size * energy * 32768.0 * 32768.0 / 2.0)) -
                      power_exponent * log10(2.0)));
        if (earshot_front_end_check(settings) == EARSHOT_OK)
            return;
    }
}

void test_settings_make(test_settings *own, int rate, int frame, int hop, int fft, int bands)
{
    memset(own, 0, sizeof *own);
    earshot_front_end_settings *settings = &own->settings;
    settings->sample_rate = (uint32_t)rate;
    settings->frame_samples = (uint16_t)frame;
    settings->hop_samples = (uint16_t)hop;
    settings->fft_size = (uint16_t)fft;
    settings->bands = (uint16_t)bands;
    settings->kind = EARSHOT_FRONT_END_LOG_MEL;
    settings->normalisation = EARSHOT_NORMALISATION_FIXED;
    settings->shift = 32;
    settings->log_floor = 4 * 256;
    settings->window = own->window;
    settings->triangles = own->triangles;
    settings->means = own->means;
    settings->multipliers = own->multipliers;
    for (int i = 0; i < frame; ++i)
        own->exact_window[i] = 0.5 - 0.5 * cos(2.0 * pi * i / frame);
    for (int band = 0; band < bands; ++band) {
        own->means[band] = 256 * (12 + band % 5);
        own->multipliers[band] = (1 << 30) / 10 + band * 1024;
    }
    place_peaks(own, rate, fft, bands);
    make_segments(own, fft);
    fit_level_weights(own, rate, fft);
    scale_window(own);
}
