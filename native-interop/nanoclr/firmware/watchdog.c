#include "watchdog.h"

#include "port.h"
#include "status.h"

/* The CLR's thread writes, the timer reads. */
static uint32_t timeout;
static uint32_t feedings;
/* The timer's own. */
static uint32_t seen;
static uint32_t passed;

static void count_from_now(void)
{
    __atomic_store_n(&feedings, feedings + 1, __ATOMIC_RELEASE);
}

int32_t earshot_watchdog_start(int32_t milliseconds)
{
    if (milliseconds < 1 || milliseconds > EARSHOT_WATCHDOG_MAXIMUM)
        return EARSHOT_ERROR_ARGUMENT;
    const int is_first = timeout == 0;
    count_from_now();
    __atomic_store_n(&timeout, (uint32_t)milliseconds, __ATOMIC_RELEASE);
    earshot_port_watchdog_start((uint32_t)milliseconds);
    if (is_first)
        earshot_port_watchdog_start_timer();
    return EARSHOT_OK;
}

int32_t earshot_watchdog_feed(void)
{
    if (timeout == 0)
        return EARSHOT_FIRMWARE_WATCHDOG;
    count_from_now();
    earshot_port_watchdog_feed();
    return EARSHOT_OK;
}

void earshot_watchdog_pass(uint32_t milliseconds)
{
    const uint32_t limit = __atomic_load_n(&timeout, __ATOMIC_ACQUIRE);
    const uint32_t fed = __atomic_load_n(&feedings, __ATOMIC_ACQUIRE);
    if (fed != seen) {
        /* Fed at some time since the last call: counting from now on is late, never early. */
        seen = fed;
        passed = 0;
    } else if (limit != 0) {
        passed += milliseconds;
        if (passed >= limit)
            earshot_port_watchdog_bite();
    }
}
