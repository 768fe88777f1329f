#include "reference_front_end.h"

#include <math.h>

/* |X[k]|^2 of a frame from the definition; the table only saves computing the same cosines again. */
static void power_spectrum(const test_settings *own, const int16_t *pcm, double *power)
{
    static double cosine[1024];
    static int table_size;
    const earshot_front_end_settings *settings = &own->settings;
    const int size = settings->fft_size;
    double frame[1024];
    if (table_size != size) {
        for (int i = 0; i < size; ++i)
            cosine[i] = cos(2.0 * 3.14159265358979323846 * i / size);
        table_size = size;
    }
    for (int i = 0; i < settings->frame_samples; ++i)
        frame[i] = pcm[i] * own->exact_window[i];
    for (int k = 0; k <= size / 2; ++k) {
        double re = 0.0;
        double im = 0.0;
        for (int i = 0, turn = 0; i < settings->frame_samples; ++i, turn = (turn + k) & (size - 1)) {
            re += frame[i] * cosine[turn];
            im += frame[i] * cosine[(turn + size / 4) & (size - 1)]; /* minus sine */
        }
        power[k] = re * re + im * im;
    }
}

static double triangle(const double *peak, int bin)
{
    const double rise = (bin - peak[-1]) / (peak[0] - peak[-1]);
    const double fall = (peak[1] - bin) / (peak[1] - peak[0]);
    return fmax(fmin(rise, fall), 0.0);
}

double reference_front_end(const test_settings *own, const int16_t *pcm, double *bands)
{
    const earshot_front_end_settings *settings = &own->settings;
    const double floor = exp2(settings->log_floor / 256.0);
    double power[513];
    power_spectrum(own, pcm, power);
    for (int band = 0; band < settings->bands; ++band) {
        double sum = 0.0;
        for (int bin = 1; bin < settings->fft_size / 2; ++bin)
            sum += triangle(own->peaks + settings->first_band + band, bin) * power[bin];
        bands[band] = 10.0 * log10(fmax(sum, floor));
    }
    double level = 0.0;
    double energy = 0.0;
    for (int i = 0; i < settings->frame_samples; ++i)
        energy += own->exact_window[i] * own->exact_window[i];
    for (int bin = 1; bin < settings->fft_size / 2; ++bin)
        level +=
            2.0 * power[bin] * test_a_weighting((double)bin * settings->sample_rate / settings->fft_size);
    level /= settings->fft_size * energy * 32768.0 * 32768.0 / 2.0;
    return 10.0 * log10(fmax(level, 1e-13));
}
