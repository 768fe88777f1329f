#include "reference_front_end.h"

#include <math.h>

/* |X[k]|^2 of a frame from the definition; the table only saves computing the same cosines again. */
static void power_spectrum(const earshot_front_end_settings *settings, const int16_t *pcm, double *power)
{
    static double cosine[1024];
    static int table_size;
    const int size = settings->fft_size;
    double frame[1024];
    if (table_size != size) {
        for (int i = 0; i < size; ++i)
            cosine[i] = cos(2.0 * 3.14159265358979323846 * i / size);
        table_size = size;
    }
    for (int i = 0; i < settings->frame_samples; ++i)
        frame[i] = pcm[i] * (double)settings->window[i];
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

double reference_front_end(const earshot_front_end_settings *settings, const int16_t *pcm, double *bands)
{
    double power[513];
    const float *weights = settings->band_weights;
    power_spectrum(settings, pcm, power);
    for (int band = 0; band < settings->bands; ++band) {
        double sum = 0.0;
        for (int i = 0; i < settings->band_bins[band].bins; ++i)
            sum += *weights++ * power[settings->band_bins[band].first_bin + i];
        bands[band] = 10.0 * log10(fmax(sum, (double)settings->power_floor));
    }
    double level = 0.0;
    for (int k = 0; k <= settings->fft_size / 2; ++k)
        level += settings->level_weights[k] * power[k];
    return 10.0 * log10(fmax(level, 1e-13));
}
