/*
 * Roots of unity: entry i of the table for n has round(32768 cos(2 pi i / n)) in its lower half and the sine
 * in its upper one, each at most 32767.
 */
#ifndef EARSHOT_FRONTEND_TWIDDLES_H
#define EARSHOT_FRONTEND_TWIDDLES_H

#include <stdint.h>

/* Three quarters of a turn serve every radix-4 butterfly up to 512 points. */
extern const uint32_t earshot_roots_of_512[384];

/* A quarter of a turn serves the separation of a real spectrum of up to 1024 points. */
extern const uint32_t earshot_roots_of_1024[256];

#endif
