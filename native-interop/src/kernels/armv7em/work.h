/*
 * What the fast kernels ask of a piece of work.
 */
#ifndef EARSHOT_KERNELS_ARMV7EM_WORK_H
#define EARSHOT_KERNELS_ARMV7EM_WORK_H

#include "../../nn/kernels.h"

static inline const int8_t *work_weights(const earshot_work *work)
{
    return (const int8_t *)(work->pack + work->layer->weights_offset);
}

static inline const int32_t *work_bias(const earshot_work *work)
{
    return (const int32_t *)(const void *)(work->pack + work->layer->bias_offset);
}

static inline const int32_t *work_multipliers(const earshot_work *work)
{
    return (const int32_t *)(const void *)(work->pack + work->layer->multipliers_offset);
}

/* Input column `index`, counted from the one that output column 0 reads first; null where there is padding.
 */
static inline const int8_t *input_column(const earshot_work *work, int32_t index)
{
    return earshot_column(&work->input[0], work->first[0] + index);
}

/* Columns of a ring that follow each other in memory from column `first` on, at most `count`. */
static inline uint32_t columns_in_a_row(const earshot_columns *columns, int32_t first, uint32_t count)
{
    int32_t place = columns->head + first;
    if (place >= columns->capacity)
        place -= columns->capacity;
    uint32_t room = (uint32_t)(columns->capacity - place);
    return count < room ? count : room;
}

#endif
