/* ThreadX: an application timer, which its timer thread serves whatever the CLR's thread does. */
#include "firmware/port.h"
#include "firmware/watchdog.h"
#include "tx_api.h"

static TX_TIMER timer;

static void on_tick(ULONG unused)
{
    (void)unused;
    earshot_watchdog_pass(EARSHOT_WATCHDOG_TICK);
}

void earshot_port_watchdog_start_timer(void)
{
    static char name[] = "earshot watchdog";
    const ULONG ticks = (EARSHOT_WATCHDOG_TICK * TX_TIMER_TICKS_PER_SECOND + 999) / 1000;
    tx_timer_create(&timer, name, on_tick, 0, ticks, ticks, TX_AUTO_ACTIVATE);
}
