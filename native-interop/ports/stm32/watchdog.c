#include "firmware/port.h"

#include "chip.h"

/* The chip cannot say whether it runs; a reset stops it and clears this. */
static int runs;

void earshot_port_watchdog_start(uint32_t milliseconds)
{
    /* 12 bits count a clock of 32 kHz divided by 4 to 256. */
    uint32_t divider = 0;
    while (divider < 6 && milliseconds * 32u > 4096u * (4u << divider))
        divider++;
    const uint32_t counts = milliseconds * 32u / (4u << divider);
    IWDG->KR = 0xCCCC;
    IWDG->KR = 0x5555;
    IWDG->PR = divider;
    IWDG->RLR = counts > 4096 ? 4095 : counts < 1 ? 0 : counts - 1;
    /* The registers lie in the slow clock's domain: five of its cycles, at most 1 ms each. */
    while (IWDG->SR != 0)
        ;
    IWDG->KR = 0xAAAA;
    runs = 1;
}

void earshot_port_watchdog_feed(void)
{
    IWDG->KR = 0xAAAA;
}

int earshot_port_watchdog_runs(void)
{
    return runs;
}
