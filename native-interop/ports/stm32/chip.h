/*
 * Differences between the STM32 families at hand, F4, F7 and L4, and what the operating system's port gives.
 * The device header (stm32f4xx.h and its like) comes from the target's build.
 */
#ifndef EARSHOT_STM32_CHIP_H
#define EARSHOT_STM32_CHIP_H

#include <stdint.h>

#if defined(EARSHOT_DEVICE_HEADER)
#include EARSHOT_DEVICE_HEADER
#elif defined(EARSHOT_THREADX)
#include "stm32l4xx.h"
#else
#include "hal.h"
#endif

#if defined(STM32L475xx) || defined(STM32L4) || defined(STM32L4XX)
#define EARSHOT_STM32L4 1
#else
#define EARSHOT_STM32L4 0
#endif

/* Given by the operating system's port: after STOP mode the chip runs on its internal oscillator. */
void earshot_chip_restore_clocks(void);

#endif
