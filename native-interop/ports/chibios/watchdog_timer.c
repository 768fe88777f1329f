/* ChibiOS: a virtual timer, which its interrupt serves whatever the CLR's thread does. */
#include "ch.h"
#include "firmware/port.h"
#include "firmware/watchdog.h"

static virtual_timer_t timer;

static void on_tick(virtual_timer_t *self, void *unused)
{
    (void)self;
    (void)unused;
    earshot_watchdog_pass(EARSHOT_WATCHDOG_TICK);
}

void earshot_port_watchdog_start_timer(void)
{
    chVTObjectInit(&timer);
    chVTSetContinuous(&timer, TIME_MS2I(EARSHOT_WATCHDOG_TICK), on_tick, NULL);
}
