/* The watchdog's countdown on ThreadX's timer, of which this is a double: it goes off when the test says so.
 */
#include "firmware/port.h"
#include "firmware/watchdog.h"
#include "runner.h"
#include "test.h"
#include "tx_api.h"

static TX_TIMER *timers;
static uint32_t created;
static uint32_t bites;

UINT tx_timer_create(TX_TIMER *timer, CHAR *name, VOID (*expire)(ULONG input), ULONG input, ULONG initial,
                     ULONG reschedule, UINT activate)
{
    CHECK(name != NULL && name[0] != 0);
    CHECK_EQUAL(TX_AUTO_ACTIVATE, activate);
    *timer = (TX_TIMER){.expire = expire, .input = input, .remaining = initial, .period = reschedule};
    timers = timer;
    created++;
    return 0;
}

void earshot_port_watchdog_start(uint32_t milliseconds)
{
    (void)milliseconds;
}

void earshot_port_watchdog_feed(void)
{
}

void earshot_port_watchdog_bite(void)
{
    bites++;
}

static void pass(ULONG ticks)
{
    for (; ticks > 0; --ticks)
        if (--timers->remaining == 0) {
            timers->remaining = timers->period;
            timers->expire(timers->input);
        }
}

static void test_countdown(void)
{
    enum { TIMEOUT = 1000 };
    const ULONG tick = (EARSHOT_WATCHDOG_TICK * TX_TIMER_TICKS_PER_SECOND) / 1000;
    CHECK_EQUAL(0, earshot_watchdog_start(TIMEOUT));
    CHECK_EQUAL(1, created);
    CHECK_EQUAL(tick, timers->remaining);
    CHECK_EQUAL(tick, timers->period);
    /* One tick may be nearly over when it starts: it does not count. */
    pass(tick * (TIMEOUT / EARSHOT_WATCHDOG_TICK));
    CHECK_EQUAL(0, bites);
    CHECK_EQUAL(0, earshot_watchdog_feed());
    pass(tick * (TIMEOUT / EARSHOT_WATCHDOG_TICK));
    CHECK_EQUAL(0, bites);
    pass(tick);
    CHECK_EQUAL(1, bites);
    /* Another time needs no other timer. */
    CHECK_EQUAL(0, earshot_watchdog_start(2 * TIMEOUT));
    CHECK_EQUAL(1, created);
}

static const test_case cases[] = {
    {"the watchdog counts down on ThreadX's timer", test_countdown},
};

int main(int argc, char **argv)
{
    return test_run(cases, sizeof cases / sizeof cases[0], argc, argv);
}
