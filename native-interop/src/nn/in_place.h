/*
 * Layers whose output lies where their input lies (docs/model-pack.md, "The arena plan"): the arena of a
 * window is then as large as the largest tensor, not as two neighbours.
 */
#ifndef EARSHOT_NN_IN_PLACE_H
#define EARSHOT_NN_IN_PLACE_H

#include "kernels.h"

/* 1 when the layer's output begins where one of its inputs does; the check of the plan allows nothing else.
 */
int earshot_is_in_place(const earshot_model *model, const earshot_pack_layer *layer);

/*
 * Layer scratch for the output columns that must wait until no later output reads what they overwrite; a
 * multiple of 16, 0 for a layer that is not in place.
 */
uint32_t earshot_in_place_bytes(const earshot_model *model, const earshot_pack_layer *layer);

/* Computes the work column by column into `waiting` bytes of scratch, leaving the rest of it to the kernel.
 */
void earshot_run_in_place(earshot_kernel kernel, const earshot_work *work, uint32_t waiting);

#endif
