#include "tile.h"

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
