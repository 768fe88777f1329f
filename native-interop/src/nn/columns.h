/* Columns: a run of consecutive columns in a ring. */
#ifndef EARSHOT_NN_COLUMNS_H
#define EARSHOT_NN_COLUMNS_H

#include <stddef.h>
#include <stdint.h>

typedef struct earshot_columns {
    int8_t *ring;          /* column 0 of the memory, which is not column 0 of the run */
    uint32_t column_bytes; /* frequency * channels */
    int32_t capacity;      /* columns in the ring */
    int32_t head;          /* where in the ring column 0 of the run is */
    int32_t count;         /* columns in the run, at most `capacity` */
} earshot_columns;

/* Column `index` of the run; null before its begin and after its end, which is where padding lies. */
static inline int8_t *earshot_column(const earshot_columns *columns, int32_t index)
{
    if (index < 0 || index >= columns->count)
        return NULL;
    int32_t place = columns->head + index;
    if (place >= columns->capacity)
        place -= columns->capacity;
    return columns->ring + (uint32_t)place * columns->column_bytes;
}

#endif
