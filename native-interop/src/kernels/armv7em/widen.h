/*
 * int8 widened to int16 pairs where SMLAD can use them. Four neighbouring values v0 v1 v2 v3 become the words
 * (v0, v2) and (v1, v3), which is what SXTB16 makes of them; weights and activations agree in this.
 */
#ifndef EARSHOT_KERNELS_ARMV7EM_WIDEN_H
#define EARSHOT_KERNELS_ARMV7EM_WIDEN_H

#include <stdint.h>

/* 4 rows of `count` weights (a multiple of 4), one behind another, to [count / 2][4] words: channels 2, 3,
 * 0, 1. */
void earshot_widen_weights(uint32_t *block, const int8_t *rows, uint32_t count);

/* `count` values (a multiple of 4) of A and of B to [count / 2][2] words. */
void earshot_widen_two(uint32_t *words, const int8_t *a, const int8_t *b, uint32_t count);

/* `count` values (a multiple of 4) to every second word. */
void earshot_widen_one(uint32_t *words, const int8_t *values, uint32_t count);

/* `count` times the same value to every second word. */
void earshot_widen_padding(uint32_t *words, int8_t value, uint32_t count);

#endif
