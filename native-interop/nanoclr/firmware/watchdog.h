/*
 * The watchdog of the managed program: a countdown that a timer of the operating system keeps, in front of
 * the independent watchdog. Where nanoCLR feeds the independent watchdog itself (HAL_USE_WDG), that one no
 * longer notices when managed code hangs; the countdown does. When interrupts hang too, the independent
 * watchdog is left.
 */
#ifndef EARSHOT_FIRMWARE_WATCHDOG_H
#define EARSHOT_FIRMWARE_WATCHDOG_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Milliseconds from one call of earshot_watchdog_pass() to the next: so much too late is a reset at most. */
enum { EARSHOT_WATCHDOG_TICK = 250, EARSHOT_WATCHDOG_MAXIMUM = 32768 };

/* Starts it, or gives it another time, 1 to EARSHOT_WATCHDOG_MAXIMUM ms. 0, or EARSHOT_ERROR_ARGUMENT. */
int32_t earshot_watchdog_start(int32_t milliseconds);

/* Lets it count from the beginning. 0, or EARSHOT_FIRMWARE_WATCHDOG when it does not run. */
int32_t earshot_watchdog_feed(void);

/* Port's timer, or what woke from STOP mode, never both at once: so much time has passed. Resets when it is
 * up. */
void earshot_watchdog_pass(uint32_t milliseconds);

#ifdef __cplusplus
}
#endif

#endif
