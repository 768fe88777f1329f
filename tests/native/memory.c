#include <stdlib.h>

#include "builder.h"

/* Ends where malloc's block does, so that the sanitizer sees the first byte behind it. The address that
   malloc returned lies in the 16 bytes before. */
void *aligned_memory(size_t bytes)
{
    uint8_t *start = malloc(bytes + 16);
    if (!start || ((uintptr_t)start & 15) != 0)
        abort();
    ((void **)(void *)(start + 16))[-1] = start;
    return start + 16;
}

void free_aligned(void *memory)
{
    if (memory)
        free(((void **)memory)[-1]);
}
