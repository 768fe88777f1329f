#ifndef BUILDER_PLAN_H
#define BUILDER_PLAN_H

#include "builder.h"

/* Sets every tensor's `columns` and `offset` and the header's arena fields. */
void builder_plan(builder *b, uint32_t front_end_scratch);

#endif
