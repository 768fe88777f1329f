#include "tile.h"

/* In tile.S. */
void earshot_tile_short(const earshot_tile_plan *plan);
void earshot_tile_any(const earshot_tile_plan *plan);

/* Passes of 11 steps end 176 bytes apart, so the short tile takes one of 4 for another from here on. */
#define SHORT_WORDS 44u

void earshot_tile(const earshot_tile_plan *plan)
{
    if (plan->run_skip == 0 && plan->shift == 0 && plan->run_words <= SHORT_WORDS)
        earshot_tile_short(plan);
    else
        earshot_tile_any(plan);
}

uint32_t *earshot_tile_place(uint8_t *memory, uint32_t words_a_channel)
{
    const uintptr_t end = (uintptr_t)memory + 4 * (EARSHOT_BLOCK_WORDS_BEFORE + 4 * words_a_channel);
    return (uint32_t *)(void *)(memory + ((0u - end) & 63u));
}

uint32_t *earshot_tile_block(uint32_t *block, uint32_t words_a_channel, const int32_t *bias,
                             const int32_t *multipliers, int32_t rounding)
{
    uint32_t *weights = block + EARSHOT_BLOCK_WORDS_BEFORE;
    uint32_t *behind = weights + EARSHOT_BLOCK_CHANNELS * words_a_channel;
    *behind++ = (uint32_t)rounding;
    for (uint32_t channel = 0; channel < EARSHOT_BLOCK_CHANNELS; channel++) {
        block[channel] = block[channel + EARSHOT_BLOCK_CHANNELS] = (uint32_t)bias[channel];
        behind[channel] = (uint32_t)multipliers[channel];
    }
    return weights;
}
