#include "firmware/port.h"
#include "firmware/watchdog.h"

#include "chip.h"

/* The wake-up timer's line of the interrupt controller for lines that have no pin. */
#if EARSHOT_STM32L4
#define WAKE_LINE (1u << 20)
#define EXTI_MASK EXTI->IMR1
#define EXTI_RISING EXTI->RTSR1
#define EXTI_PENDING EXTI->PR1
#else
#define WAKE_LINE (1u << 22)
#define EXTI_MASK EXTI->IMR
#define EXTI_RISING EXTI->RTSR
#define EXTI_PENDING EXTI->PR
#endif

enum { DAY_MS = 86400000, FAST_HZ = 2048 };

static uint32_t two_digits(uint32_t tens, uint32_t units)
{
    return tens * 10 + units;
}

/* Milliseconds since midnight, by the real-time clock. */
static uint32_t clock_ms(void)
{
    /* Reading the time locks the date until it is read as well; fractions count down. */
    const uint32_t fraction = RTC->SSR & 0xFFFFu;
    const uint32_t time = RTC->TR;
    (void)RTC->DR;
    const uint32_t steps = (RTC->PRER & 0x7FFFu) + 1;
    const uint32_t hours = two_digits(time >> 20 & 3u, time >> 16 & 15u);
    const uint32_t minutes = two_digits(time >> 12 & 7u, time >> 8 & 15u);
    const uint32_t seconds = two_digits(time >> 4 & 7u, time & 15u);
    const uint32_t passed = fraction < steps ? steps - 1 - fraction : 0;
    return (hours * 3600 + minutes * 60 + seconds) * 1000 + passed * 1000 / steps;
}

static void unlock_clock(void)
{
#if EARSHOT_STM32L4
    PWR->CR1 |= PWR_CR1_DBP;
#elif defined(PWR_CR1_DBP)
    PWR->CR1 |= PWR_CR1_DBP;
#else
    PWR->CR |= PWR_CR_DBP;
#endif
    RTC->WPR = 0xCA;
    RTC->WPR = 0x53;
}

static void stop_wake_up_timer(void)
{
    unlock_clock();
    RTC->CR &= ~(RTC_CR_WUTE | RTC_CR_WUTIE);
    while ((RTC->ISR & RTC_ISR_WUTWF) == 0)
        ;
    RTC->ISR = ~(RTC_ISR_WUTF | RTC_ISR_INIT);
    EXTI_PENDING = WAKE_LINE;
}

/* Steps of 1/2048 s up to half a minute, of a second above that. */
static void start_wake_up_timer(uint32_t milliseconds)
{
    stop_wake_up_timer();
    const uint32_t fast = (uint32_t)((uint64_t)milliseconds * FAST_HZ / 1000);
    const uint32_t seconds = (milliseconds + 999) / 1000;
    RTC->CR &= ~RTC_CR_WUCKSEL;
    if (fast <= 65535) {
        RTC->WUTR = fast > 0 ? fast - 1 : 0;
    } else if (seconds <= 65536) {
        RTC->CR |= 4u;
        RTC->WUTR = seconds - 1;
    } else {
        RTC->CR |= 6u;
        RTC->WUTR = seconds - 65536 - 1;
    }
    EXTI_MASK |= WAKE_LINE;
    EXTI_RISING |= WAKE_LINE;
    RTC->CR |= RTC_CR_WUTIE | RTC_CR_WUTE;
}

static void choose_stop_mode(void)
{
#if EARSHOT_STM32L4
    PWR->CR1 = (PWR->CR1 & ~PWR_CR1_LPMS) | PWR_CR1_LPMS_STOP2;
#elif defined(PWR_CR1_LPDS)
    PWR->CR1 = (PWR->CR1 & ~PWR_CR1_PDDS) | PWR_CR1_LPDS | PWR_CR1_FPDS;
#else
    PWR->CR = (PWR->CR & ~PWR_CR_PDDS) | PWR_CR_LPDS | PWR_CR_FPDS;
#endif
}

int32_t earshot_port_stop_mode(uint32_t milliseconds)
{
    const uint32_t before = clock_ms();
    /* A pending interrupt ends WFI even while interrupts are off; it is served once the clocks run again. */
    __disable_irq();
    NVIC_EnableIRQ(RTC_WKUP_IRQn);
    start_wake_up_timer(milliseconds);
    choose_stop_mode();
    SCB->SCR |= SCB_SCR_SLEEPDEEP_Msk;
    __DSB();
    __WFI();
    SCB->SCR &= ~SCB_SCR_SLEEPDEEP_Msk;
    earshot_chip_restore_clocks();
    stop_wake_up_timer();
    NVIC_ClearPendingIRQ(RTC_WKUP_IRQn);
    NVIC_DisableIRQ(RTC_WKUP_IRQn);
    __enable_irq();
    /* The calendar's copy that is read is renewed from its clock. */
    RTC->ISR &= ~RTC_ISR_RSF;
    while ((RTC->ISR & RTC_ISR_RSF) == 0)
        ;
    uint32_t passed = (clock_ms() + DAY_MS - before) % DAY_MS;
    if (passed == 0 && milliseconds >= DAY_MS / 2)
        passed = DAY_MS;
    /* The timers of the operating system stood still, the independent watchdog did not. */
    __disable_irq();
    earshot_watchdog_pass(passed);
    __enable_irq();
    return (int32_t)passed;
}
