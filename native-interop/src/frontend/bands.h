/* From the power spectrum to log2 mel bands, int8 features and the level. */
#ifndef EARSHOT_FRONTEND_BANDS_H
#define EARSHOT_FRONTEND_BANDS_H

#include "earshot/front_end.h"
#include "spectrum.h"

/* Writes log_mel[bands] in Q8 and returns the A-weighted level in 1/256 dB. */
int32_t earshot_log_mel(const earshot_front_end_settings *settings, const earshot_bin *spectrum,
                        int16_t *log_mel);

/* features[bands]; moves *running (Q16) on when the normalisation is causal. */
void earshot_normalise(const earshot_front_end_settings *settings, const int16_t *log_mel, int32_t *running,
                       int8_t *features);

#endif
