/*
 * Ring: sound on its way from the interrupt that captures it to the thread that works on it.
 *
 *     interrupt:  int16_t *block = earshot_ring_begin(&ring);
 *                 if (block)
 *                     fill(block, ring.block_samples);
 *                 earshot_ring_end(&ring);
 *     thread:     const int16_t *pcm;
 *                 uint32_t count = earshot_ring_peek(&ring, wanted, &pcm);
 *                 earshot_push(&engine, pcm, count, &progress);
 *                 earshot_ring_skip(&ring, count);
 *
 * One producer and one consumer, which may interrupt each other anywhere or run on two cores: each index has
 * one writer, and what a block holds is published by the index that follows it. No lock, no interrupt is
 * switched off. The unit is a block, half of what DMA fills in a circle. A block that finds the ring full is
 * lost and counted, and the position of every later sample says so: time never slips.
 */
#ifndef EARSHOT_RING_H
#define EARSHOT_RING_H

#include <stdint.h>

#include "earshot/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Statically allocatable; its fields are private but for the sizes. */
typedef struct earshot_ring {
    int16_t *samples;  /* [blocks][block_samples] */
    uint32_t *numbers; /* [blocks]: which block since the start it is, lost ones counted */
    uint32_t blocks;
    uint32_t block_samples;
    uint32_t arrived;     /* producer's: blocks since the start, modulo 2^32 */
    uint32_t open;        /* producer's: whether earshot_ring_begin() gave room */
    uint32_t lost;        /* producer writes, consumer reads: blocks, modulo 2^32 */
    uint32_t written;     /* producer writes, consumer reads: blocks, modulo 2^32 */
    uint32_t taken;       /* consumer writes, producer reads: blocks, modulo 2^32 */
    uint32_t offset;      /* consumer's: samples taken of the oldest block */
    uint64_t position;    /* consumer's, in samples */
    uint64_t lost_blocks; /* consumer's */
} earshot_ring;

/*
 * Prepares a ring in the caller's memory: `samples` holds blocks * block_samples, `numbers` holds `blocks`.
 * `blocks` is a power of two, 2 or more; `block_samples` is 1 or more. EARSHOT_ERROR_ARGUMENT otherwise.
 */
EARSHOT_API earshot_status earshot_ring_init(earshot_ring *ring, int16_t *samples, uint32_t *numbers,
                                             uint32_t blocks, uint32_t block_samples);

/* Empties the ring and counts from 0 again. Neither side may be at work. */
EARSHOT_API void earshot_ring_reset(earshot_ring *ring);

/* Producer: where the next block goes, or null when the ring is full. */
EARSHOT_API int16_t *earshot_ring_begin(earshot_ring *ring);

/* Producer: the block is complete; without room for it, it is lost. */
EARSHOT_API void earshot_ring_end(earshot_ring *ring);

/* Consumer: samples that wait. The producer may read it as well, and then sees no less than there are. */
EARSHOT_API uint32_t earshot_ring_available(const earshot_ring *ring);

/* Consumer: points `*pcm` at the oldest samples; returns how many lie there in one piece, at most `wanted`.
 */
EARSHOT_API uint32_t earshot_ring_peek(const earshot_ring *ring, uint32_t wanted, const int16_t **pcm);

/* Consumer: takes `count` samples out of the ring, no more than earshot_ring_peek() returned. */
EARSHOT_API void earshot_ring_skip(earshot_ring *ring, uint32_t count);

/* Consumer: samples since the start up to the last one taken, lost ones included. */
EARSHOT_API uint64_t earshot_ring_position(const earshot_ring *ring);

/* Consumer: samples lost since the start. Call it at least once in 2^31 lost blocks. */
EARSHOT_API uint64_t earshot_ring_lost_samples(earshot_ring *ring);

#ifdef __cplusplus
}
#endif

#endif
