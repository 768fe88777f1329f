/*
 * What the images need of a board: output and exit by semihosting, free memory, a painted stack, phases.
 */
#ifndef CORTEX_M_BOARD_H
#define CORTEX_M_BOARD_H

#include <stddef.h>
#include <stdint.h>

#define BOARD_PHASES 64u

/* The counter begins phase n at a store to element n. */
extern volatile uint32_t board_marks[BOARD_PHASES];

static inline void board_begin_phase(uint32_t phase)
{
    board_marks[phase] = 0;
}

void board_print(const char *text);
void board_print_number(uint32_t number);
_Noreturn void board_exit(int code);

/* Memory between the variables and the stack, 16-byte aligned. */
uint8_t *board_free_memory(size_t *bytes);

/* Fills the unused stack with a pattern; later, how many bytes below the caller's frame have been used. */
void board_paint_stack(void);
uint32_t board_stack_used(void);

int main(void);

#endif
