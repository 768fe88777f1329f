/*
 * The oracle: runs a pack's layers on a whole sequence of feature columns at once, with arrays instead of
 * rings and long double or 128-bit arithmetic instead of shifts. It shares no code with the module.
 */
#ifndef ORACLE_H
#define ORACLE_H

#include "builder.h"

typedef struct oracle {
    const earshot_model *model;
    int8_t *values[BUILDER_LAYERS + 1]; /* [total][frequency][channels] */
    int total[BUILDER_LAYERS + 1];      /* columns */
} oracle;

/* Computes every tensor from `columns` columns of features; in stream mode a tensor may end up with none. */
void oracle_run(oracle *o, const earshot_model *model, const int8_t *features, int columns);
void oracle_free(oracle *o);

/* One column of a tensor. */
const int8_t *oracle_column(const oracle *o, int tensor, int column);

#endif
