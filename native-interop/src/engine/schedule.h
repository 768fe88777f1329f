/*
 * Schedule: which columns each layer computes when some more feature columns have arrived.
 *
 * All counters are relative and small, so a stream may go on for ever.
 */
#ifndef EARSHOT_ENGINE_SCHEDULE_H
#define EARSHOT_ENGINE_SCHEDULE_H

#include "earshot/engine.h"

struct earshot_tensor_state {
    uint16_t write;   /* where in the ring the next column goes */
    uint16_t seen;    /* columns behind it that hold data, at most the ring's capacity */
    uint16_t arrived; /* columns that came in this step */
    uint16_t unused;
};

struct earshot_layer_state {
    /* For each input: columns from the one that the next output column reads first to the latest that has
     * arrived. */
    int32_t ahead[2];
};

typedef struct earshot_tensor_state earshot_tensor_state;
typedef struct earshot_layer_state earshot_layer_state;

/* Empties every ring but that of the features, and lets each layer wait for its first column. */
void earshot_schedule_reset(earshot_engine *engine);

/* Notes that `count` columns have been written to `tensor` at its write position. */
void earshot_schedule_arrive(earshot_engine *engine, uint32_t tensor, uint32_t count);

/*
 * Runs every layer on what has arrived since the last step; `last` says that the window ends here. Returns
 * how many columns the scores have gained.
 */
uint32_t earshot_schedule_step(earshot_engine *engine, int last);

#endif
