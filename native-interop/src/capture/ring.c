#include "earshot/ring.h"

#include <stddef.h>

#include "shared.h"

earshot_status earshot_ring_init(earshot_ring *ring, int16_t *samples, uint32_t *numbers, uint32_t blocks,
                                 uint32_t block_samples)
{
    if (!ring || !samples || !numbers || blocks < 2 || (blocks & (blocks - 1)) != 0 || block_samples == 0)
        return EARSHOT_ERROR_ARGUMENT;
    ring->samples = samples;
    ring->numbers = numbers;
    ring->blocks = blocks;
    ring->block_samples = block_samples;
    earshot_ring_reset(ring);
    return EARSHOT_OK;
}

void earshot_ring_reset(earshot_ring *ring)
{
    ring->arrived = 0;
    ring->open = 0;
    ring->offset = 0;
    ring->position = 0;
    ring->lost_blocks = 0;
    shared_write(&ring->lost, 0);
    shared_write(&ring->written, 0);
    shared_write(&ring->taken, 0);
}

int16_t *earshot_ring_begin(earshot_ring *ring)
{
    const uint32_t written = ring->written;
    ring->open = written - shared_read(&ring->taken) < ring->blocks;
    return ring->open ? ring->samples + (size_t)(written & (ring->blocks - 1)) * ring->block_samples : NULL;
}

void earshot_ring_end(earshot_ring *ring)
{
    if (ring->open) {
        const uint32_t written = ring->written;
        ring->numbers[written & (ring->blocks - 1)] = ring->arrived;
        shared_write(&ring->written, written + 1);
    } else {
        shared_write(&ring->lost, ring->lost + 1);
    }
    ring->open = 0;
    ring->arrived++;
}

uint32_t earshot_ring_available(const earshot_ring *ring)
{
    const uint32_t waiting = shared_read(&ring->written) - shared_read(&ring->taken);
    return waiting == 0 ? 0 : waiting * ring->block_samples - ring->offset;
}

uint32_t earshot_ring_peek(const earshot_ring *ring, uint32_t wanted, const int16_t **pcm)
{
    const uint32_t taken = ring->taken;
    if (shared_read(&ring->written) == taken)
        return 0;
    *pcm = ring->samples + (size_t)(taken & (ring->blocks - 1)) * ring->block_samples + ring->offset;
    const uint32_t piece = ring->block_samples - ring->offset;
    return wanted < piece ? wanted : piece;
}

void earshot_ring_skip(earshot_ring *ring, uint32_t count)
{
    if (count == 0)
        return;
    const uint32_t taken = ring->taken;
    const uint32_t number = ring->numbers[taken & (ring->blocks - 1)];
    ring->offset += count;
    /* The block's number has 32 bits, the position 64: between two blocks lie less than 2^32. */
    const uint32_t seen = (uint32_t)(ring->position / ring->block_samples);
    const uint64_t block = ring->position / ring->block_samples + (uint32_t)(number - seen);
    ring->position = block * ring->block_samples + ring->offset;
    if (ring->offset == ring->block_samples) {
        ring->offset = 0;
        shared_write(&ring->taken, taken + 1);
    }
}

uint64_t earshot_ring_position(const earshot_ring *ring)
{
    return ring->position;
}

uint64_t earshot_ring_lost_samples(earshot_ring *ring)
{
    ring->lost_blocks += (uint32_t)(shared_read(&ring->lost) - (uint32_t)ring->lost_blocks);
    return ring->lost_blocks * ring->block_samples;
}
