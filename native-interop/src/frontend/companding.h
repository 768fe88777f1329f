/* Samples in eight bits. */
#ifndef EARSHOT_FRONTEND_COMPANDING_H
#define EARSHOT_FRONTEND_COMPANDING_H

#include <stddef.h>
#include <stdint.h>

/* codes[count] of samples[count]; earshot_front_end_kind says how. */
void earshot_compand(const int16_t *samples, size_t count, int8_t *codes);

#endif
