#include "firmware/port.h"

#include "chip.h"

/* What NativePower.ResetCause() documents. */
enum { UNKNOWN, POWER_ON, BROWN_OUT, PIN, SOFTWARE, WATCHDOG, STANDBY_WAKE };

static int32_t cause = -1;

static int woke_from_standby(void)
{
#if EARSHOT_STM32L4
    const int woke = (PWR->SR1 & PWR_SR1_SBF) != 0;
    PWR->SCR = PWR_SCR_CSBF;
#elif defined(PWR_CSR1_SBF)
    const int woke = (PWR->CSR1 & PWR_CSR1_SBF) != 0;
    PWR->CR1 |= PWR_CR1_CSBF;
#else
    const int woke = (PWR->CSR & PWR_CSR_SBF) != 0;
    PWR->CR |= PWR_CR_CSBF;
#endif
    return woke;
}

static int32_t decode(uint32_t flags)
{
    /* Several are set at once: a reset by the chip itself also pulls the pin, and power-on sets all. */
    if (flags & RCC_CSR_IWDGRSTF)
        return WATCHDOG;
    if (flags & RCC_CSR_SFTRSTF)
        return SOFTWARE;
#if EARSHOT_STM32L4
    /* One flag for both: an L4 cannot tell power-on from brown-out. */
    if (flags & RCC_CSR_BORRSTF)
        return POWER_ON;
#else
    if (flags & RCC_CSR_PORRSTF)
        return POWER_ON;
    if (flags & RCC_CSR_BORRSTF)
        return BROWN_OUT;
#endif
    return flags & RCC_CSR_PINRSTF ? PIN : UNKNOWN;
}

int32_t earshot_port_reset_cause(void)
{
    if (cause < 0) {
        cause = woke_from_standby() ? STANDBY_WAKE : decode(RCC->CSR);
        /* Else the next start would read this one's flags as well. */
        RCC->CSR |= RCC_CSR_RMVF;
    }
    return cause;
}
