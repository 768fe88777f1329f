#include "firmware/port.h"

#include "chip.h"

/* Keys of IWDG_KR: reload, unlock, start. */
enum { RELOAD = 0xAAAA, UNLOCK = 0x5555, START = 0xCCCC };

/* Steps of this loop within which an unlocked watchdog of the shortest time has bitten, at any clock. */
enum { BITE_STEPS = 100000000 };

void earshot_port_watchdog_start(uint32_t milliseconds)
{
    /* 12 bits count a clock of 32 kHz divided by 4 to 256. */
    uint32_t divider = 0;
    while (divider < 6 && milliseconds * 32u > 4096u * (4u << divider))
        divider++;
    const uint32_t counts = milliseconds * 32u / (4u << divider);
    IWDG->KR = START;
    IWDG->KR = UNLOCK;
    IWDG->PR = divider;
    IWDG->RLR = counts > 4096 ? 4095 : counts < 1 ? 0 : counts - 1;
    /* The registers lie in the slow clock's domain: five of its cycles, at most 1 ms each. */
    while (IWDG->SR != 0)
        ;
    IWDG->KR = RELOAD;
}

void earshot_port_watchdog_feed(void)
{
    IWDG->KR = RELOAD;
}

/* By the independent watchdog itself, so that the next start finds its flag: the shortest time, and nobody
 * feeds. */
void earshot_port_watchdog_bite(void)
{
    __disable_irq();
    earshot_port_watchdog_start(1);
    for (volatile uint32_t step = 0; step < BITE_STEPS; ++step)
        ;
    NVIC_SystemReset();
}
