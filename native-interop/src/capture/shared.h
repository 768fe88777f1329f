/* A word that an interrupt and a thread share. 32 bits are read and written at once on every Cortex-M. */
#ifndef EARSHOT_CAPTURE_SHARED_H
#define EARSHOT_CAPTURE_SHARED_H

#include <stdint.h>

/* Reads a word that the other side writes; what it wrote before the word is seen. */
static inline uint32_t shared_read(const uint32_t *word)
{
    return __atomic_load_n(word, __ATOMIC_ACQUIRE);
}

/* Writes a word that the other side reads, after everything that was written before. */
static inline void shared_write(uint32_t *word, uint32_t value)
{
    __atomic_store_n(word, value, __ATOMIC_RELEASE);
}

#endif
