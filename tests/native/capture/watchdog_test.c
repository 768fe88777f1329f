/* The countdown in front of the independent watchdog. */
#include "firmware/watchdog.h"

#include <pthread.h>

#include "firmware/status.h"
#include "port_double.h"
#include "test.h"
#include "tests.h"

static void pass(uint32_t ticks)
{
    for (uint32_t i = 0; i < ticks; ++i)
        earshot_watchdog_pass(EARSHOT_WATCHDOG_TICK);
}

void test_watchdog(void)
{
    CHECK_EQUAL(EARSHOT_FIRMWARE_WATCHDOG, earshot_watchdog_feed());
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_watchdog_start(0));
    CHECK_EQUAL(EARSHOT_ERROR_ARGUMENT, earshot_watchdog_start(EARSHOT_WATCHDOG_MAXIMUM + 1));
    /* A timer that runs already does no harm to a watchdog that does not. */
    pass(1000);
    CHECK_EQUAL(0, bites);
    CHECK_EQUAL(0, watchdog_timers);
    CHECK_EQUAL(EARSHOT_OK, earshot_watchdog_start(1000));
    CHECK_EQUAL(1, watchdog_timers);
    CHECK_EQUAL(1000, watchdog_milliseconds);
    /* One tick may be nearly over when it starts: it does not count. */
    pass(4);
    CHECK_EQUAL(0, bites);
    const uint32_t before = watchdog_feedings;
    CHECK_EQUAL(EARSHOT_OK, earshot_watchdog_feed());
    CHECK_EQUAL(before + 1, watchdog_feedings);
    pass(4);
    CHECK_EQUAL(0, bites);
    pass(1);
    CHECK_EQUAL(1, bites);
    /* Time in STOP mode counts in one piece. */
    CHECK_EQUAL(EARSHOT_OK, earshot_watchdog_start(26000));
    CHECK_EQUAL(1, watchdog_timers);
    CHECK_EQUAL(26000, watchdog_milliseconds);
    pass(1);
    earshot_watchdog_pass(25999);
    CHECK_EQUAL(1, bites);
    earshot_watchdog_pass(1);
    CHECK_EQUAL(2, bites);
    CHECK_EQUAL(EARSHOT_OK, earshot_watchdog_feed());
}

static void *tick(void *unused)
{
    (void)unused;
    pass(100000);
    return NULL;
}

/* It is fed while it counts; with ThreadSanitizer this shows what both share. */
void test_watchdog_two_threads(void)
{
    pthread_t timer;
    CHECK_EQUAL(EARSHOT_OK, earshot_watchdog_start(1));
    CHECK_EQUAL(EARSHOT_OK, earshot_watchdog_start(EARSHOT_WATCHDOG_MAXIMUM));
    const uint32_t before = watchdog_feedings;
    CHECK_EQUAL(0, pthread_create(&timer, NULL, tick, NULL));
    for (uint32_t i = 0; i < 100000; ++i)
        earshot_watchdog_feed();
    CHECK_EQUAL(0, pthread_join(timer, NULL));
    CHECK_EQUAL(before + 100000, watchdog_feedings);
}
