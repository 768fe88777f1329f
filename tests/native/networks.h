/* Random networks for the tests. */
#ifndef NETWORKS_H
#define NETWORKS_H

#include "builder.h"

/* One layer of every operator with random geometry, then a head. Returns 0 when the random shape does not
 * fit. */
int network_one_layer(builder *b, uint64_t seed, int op);

/* A small trunk without padding in time: strides, dilation, a branch that is cropped, added and concatenated.
 */
void network_stream(builder *b, uint64_t seed, int block_columns);

/* A trunk with padding in time, for window mode. */
void network_window(builder *b, uint64_t seed, int block_columns, int share);

/* A few layers of all kinds, for window mode; every one that may write over its input does. */
void network_in_place(builder *b, uint64_t seed);

/* An engine on its own pack and arena. */
typedef struct running {
    uint8_t *pack;
    size_t pack_bytes;
    uint8_t *arena;
    earshot_model model;
    earshot_engine engine;
} running;

/* Finishes the network, opens it and prepares the engine; a CHECK fails when that fails. */
int running_begin(running *r, builder *b);
void running_end(running *r);

/* int8 [columns][bands] of random features, to be freed. */
int8_t *random_features(const earshot_model *model, uint64_t seed, int columns);

#endif
