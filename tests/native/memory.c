#include <stdlib.h>

#include "builder.h"

/* The address that malloc returned lies in the 16 bytes before the aligned block; the block ends where
   malloc's does, so that the sanitizer sees the first byte behind it. */
void *aligned_memory(size_t bytes)
{
    uint8_t *start = malloc(bytes + 32);
    if (!start)
        abort();
    uint8_t *aligned = start + 16 + (16 - ((uintptr_t)start & 15)) % 16;
    ((void **)(void *)aligned)[-1] = start;
    return aligned;
}

void free_aligned(void *memory)
{
    if (memory)
        free(((void **)memory)[-1]);
}
