/*
 * What a port offers to the firmware: the part that knows the chip. One of ports/chibios, ports/threadx, or
 * the tests' double.
 */
#ifndef EARSHOT_FIRMWARE_PORT_H
#define EARSHOT_FIRMWARE_PORT_H

#include <stdint.h>

#include "earshot/capture.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Says how it samples at `sample_rate`: fills `settings`; or returns EARSHOT_FIRMWARE_SAMPLE_RATE. A rate is
 * possible when the converter's clock divides into it without a remainder, for a rate that is nearly right
 * shifts every band.
 */
int32_t earshot_port_describe(uint32_t sample_rate, earshot_capture_settings *settings);

/* Starts the converter at the rate described last. Its interrupt calls earshot_microphone_hear_*(). */
int32_t earshot_port_start(void);

/* Stops it; no interrupt comes after the return. */
void earshot_port_stop(void);

/* The memory where a deployed pack may lie, 16-byte aligned, and its size; null when there is none. */
const void *earshot_port_deployed(uint32_t *bytes);

/* STOP mode for `milliseconds`, 1 to a day. Returns the milliseconds that have passed, or a status. */
int32_t earshot_port_stop_mode(uint32_t milliseconds);

/* 0 unknown, 1 power-on, 2 brown-out, 3 pin, 4 software, 5 watchdog, 6 wake from standby. */
int32_t earshot_port_reset_cause(void);

/* The supply in millivolts, measured against the internal reference, or a status. */
int32_t earshot_port_supply_millivolts(void);

/* Starts the independent watchdog, or gives it another time: 1 to 32768 ms. */
void earshot_port_watchdog_start(uint32_t milliseconds);

/* Lets it count from the beginning. */
void earshot_port_watchdog_feed(void);

/* Has a timer call earshot_watchdog_pass(EARSHOT_WATCHDOG_TICK) so often, from now on and whatever the CLR
 * does. */
void earshot_port_watchdog_start_timer(void);

/* Resets the chip so that the reset's cause is the watchdog. Does not return on a board. */
void earshot_port_watchdog_bite(void);

#ifdef __cplusplus
}
#endif

#endif
