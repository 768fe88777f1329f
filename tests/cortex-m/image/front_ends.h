/*
 * A front-end case: settings, sound, and a hash of all features, log-mel values and levels.
 *
 * In a file: this header, the tables, the samples; it takes `bytes` bytes, a multiple of 16. The offsets of
 * the record count from the header. Several cases end with a header of zeros.
 */
#ifndef CORTEX_M_FRONT_ENDS_H
#define CORTEX_M_FRONT_ENDS_H

#include <stdint.h>

#include "earshot/front_end.h"
#include "model/pack.h"

typedef struct front_end_case {
    uint32_t bytes;
    uint32_t samples_offset;
    uint32_t samples;
    uint32_t expected;
    char name[48];
    earshot_pack_front_end record;
} front_end_case;
_Static_assert(sizeof(front_end_case) == 128, "the tables behind the header must be aligned");

/* Settings that point into the case. */
void front_end_case_settings(const front_end_case *header, earshot_front_end_settings *settings);

/* Pushes all samples and hashes what comes out. */
uint32_t front_end_case_run(earshot_front_end *front_end, const int16_t *pcm, uint32_t samples);

#endif
