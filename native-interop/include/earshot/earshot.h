/*
 * Earshot: from 16-bit sound to class scores, on a microcontroller. Start reading at engine.h.
 *
 * C11. Needs the compiler's own headers and memcpy, memmove and memset. Allocates nothing, has no global
 * state.
 */
#ifndef EARSHOT_EARSHOT_H
#define EARSHOT_EARSHOT_H

#include "earshot/status.h"
#include "earshot/front_end.h"
#include "earshot/model.h"
#include "earshot/engine.h"

#endif
