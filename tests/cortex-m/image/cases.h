/*
 * A case: a pack, features, and a hash of every tensor after them.
 *
 * In a file: the header, the pack, the features; each starts at a multiple of 16. Several cases end with a
 * header of zeros.
 */
#ifndef CORTEX_M_CASES_H
#define CORTEX_M_CASES_H

#include <stdint.h>

#include "earshot/earshot.h"

typedef struct case_header {
    uint32_t pack_bytes;
    uint32_t columns;
    uint32_t expected;
    uint32_t macs; /* of one decision, or of one whole window in stream mode */
    char name[48];
} case_header;
_Static_assert(sizeof(case_header) == 64, "the pack behind the header must be aligned");

/* Pushes the features column by column into an engine and hashes what comes out. */
uint32_t case_run(earshot_engine *engine, const int8_t *features, uint32_t columns);

/* Multiply-accumulates of all layers for one window, padding included. */
uint32_t case_macs(const earshot_model *model);

#endif
