#ifndef EARSHOT_FRONTEND_LOGARITHM_H
#define EARSHOT_FRONTEND_LOGARITHM_H

#include <stdint.h>

/* log2 of a positive number in Q16; off by at most 8 steps, 0.0004 dB of power. */
int32_t earshot_log2(uint64_t value);

#endif
