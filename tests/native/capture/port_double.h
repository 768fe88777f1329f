/* A port without a chip: the tests feed raw values and say what lies in the deployment region. */
#ifndef PORT_DOUBLE_H
#define PORT_DOUBLE_H

#include <stddef.h>
#include <stdint.h>

/* What earshot_port_deployed() gives. */
extern const uint8_t *deployed_pack;
extern uint32_t deployed_bytes;

/* Times that the firmware woke who waits. */
extern uint32_t wakes;

/* 1 while the firmware has started the converter. */
extern int converter_runs;

/* The independent watchdog's time, how often it was fed, timers started for the countdown, resets by it. */
extern uint32_t watchdog_milliseconds;
extern uint32_t watchdog_feedings;
extern uint32_t watchdog_timers;
extern uint32_t bites;

#endif
