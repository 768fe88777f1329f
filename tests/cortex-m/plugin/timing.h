/*
 * Cycles of executed instructions on a Cortex-M4 with memory that never waits, after the Technical Reference
 * Manual (ARM DDI 0439B, section 3.3, "Instruction set summary" and "Load/store timings").
 *
 * The manual leaves a few things open, so there are two figures. `low`: a branch refills the pipeline in 1
 * cycle (2 for one to a register), loads with write-back overlap with the load before. `high`: 2 (3), they do
 * not, VLDR never overlaps, IT is never folded, and a result used as an address by the next instruction
 * costs 1.
 */
#ifndef CORTEX_M_TIMING_H
#define CORTEX_M_TIMING_H

#include "thumb.h"

typedef struct cycles {
    uint32_t low, high;
} cycles;

/* `before` is the instruction executed before when `current` follows it in memory, else null. */
cycles timing_of(const thumb *before, const thumb *current);

/* What is added when `branch` (whatever set the program counter) led to `target` at `address`. */
cycles timing_of_jump(const thumb *branch, const thumb *target, uint64_t address);

#endif
