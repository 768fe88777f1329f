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

static void make_bands(test_settings *own, int rate, int fft, int bands)
{
    const double low = to_mel(50.0);
    const double step = (to_mel(0.475 * rate) - low) / (bands + 1);
    uint32_t count = 0;
    for (int band = 0; band < bands; ++band) {
        const double left = to_hertz(low + step * band);
        const double centre = to_hertz(low + step * (band + 1));
        const double right = to_hertz(low + step * (band + 2));
        own->bands[band].bins = 0;
        for (int bin = 0; bin <= fft / 2; ++bin) {
            const double hertz = (double)bin * rate / fft;
            const double rise = (hertz - left) / (centre - left);
            const double fall = (right - hertz) / (right - centre);
            const double weight = rise < fall ? rise : fall;
            if (weight <= 0.0)
                continue;
            if (own->bands[band].bins++ == 0)
                own->bands[band].first_bin = (uint16_t)bin;
            own->band_weights[count++] = (float)weight;
        }
        if (own->bands[band].bins == 0) { /* narrower than a bin: take the nearest */
            own->bands[band].first_bin = (uint16_t)(centre * fft / rate + 0.5);
            own->bands[band].bins = 1;
            own->band_weights[count++] = 1.0f;
        }
    }
    own->settings.band_weight_count = count;
}

void test_settings_make(test_settings *own, int rate, int frame, int hop, int fft, int bands)
{
    memset(own, 0, sizeof *own);
    double energy = 0.0;
    for (int i = 0; i < frame; ++i) {
        own->window[i] = (float)(0.5 - 0.5 * cos(2.0 * pi * i / frame));
        energy += (double)own->window[i] * own->window[i];
    }
    for (int bin = 0; bin <= fft / 2; ++bin) {
        const double sides = bin == 0 || bin == fft / 2 ? 1.0 : 2.0;
        own->level_weights[bin] = (float)(sides * test_a_weighting((double)bin * rate / fft) /
                                          (fft * energy * 32768.0 * 32768.0 / 2.0));
    }
    for (int band = 0; band < bands; ++band) {
        own->means[band] = 256 * (12 + band % 5);
        own->multipliers[band] = (1 << 20) / 10 + band;
    }
    make_bands(own, rate, fft, bands);
    earshot_front_end_settings *settings = &own->settings;
    settings->sample_rate = (uint32_t)rate;
    settings->frame_samples = (uint16_t)frame;
    settings->hop_samples = (uint16_t)hop;
    settings->fft_size = (uint16_t)fft;
    settings->bands = (uint16_t)bands;
    settings->normalisation = EARSHOT_NORMALISATION_FIXED;
    settings->shift = 22;
    settings->power_floor = 16.0f;
    settings->window = own->window;
    settings->band_bins = own->bands;
    settings->band_weights = own->band_weights;
    settings->level_weights = own->level_weights;
    settings->means = own->means;
    settings->multipliers = own->multipliers;
}
