/*
 * What the shared library offers beyond the module's own interface: the sizes of its structures, for a
 * language that allocates them without knowing their fields.
 */
#ifndef EARSHOT_HOST_H
#define EARSHOT_HOST_H

#include "earshot/earshot.h"

EARSHOT_API size_t earshot_host_model_bytes(void);
EARSHOT_API size_t earshot_host_engine_bytes(void);

#endif
