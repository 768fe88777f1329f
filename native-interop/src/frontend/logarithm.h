#ifndef EARSHOT_FRONTEND_LOGARITHM_H
#define EARSHOT_FRONTEND_LOGARITHM_H

#include <stdint.h>

/* log2 of a normal positive number in Q16; off by less than one step, 0.00005 dB of power. */
int32_t earshot_log2(float value);

#endif
