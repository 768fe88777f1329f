/*
 * ChibiOS on F4 and F7: a timer triggers the ADC, DMA fills a buffer in a circle, and each half of it goes
 * into the ring. The driver is ChibiOS's own; only the timer is set by register, for the GPT driver is off in
 * nanoFramework's targets. While it runs, System.Device.Adc must not use the same converter.
 */
#include "firmware/microphone.h"
#include "firmware/port.h"
#include "firmware/status.h"
#include "hal.h"

/* Defaults for NUCLEO-F411RE: PA0. boards/<board>/board.yaml names pin, timer and DMA of each board. */
#ifndef EARSHOT_ADC_DRIVER
#define EARSHOT_ADC_DRIVER ADCD1
#endif
#ifndef EARSHOT_ADC_CHANNEL
#define EARSHOT_ADC_CHANNEL 0 /* 0 to 15 */
#endif
#ifndef EARSHOT_ADC_PORT
#define EARSHOT_ADC_PORT GPIOA
#define EARSHOT_ADC_PAD 0
#endif
/* A timer on the first peripheral bus, and the number under which the ADC knows its trigger (EXTSEL). */
#ifndef EARSHOT_ADC_TIMER
#define EARSHOT_ADC_TIMER 3
#define EARSHOT_ADC_TRIGGER 8
#endif
#define JOIN_LATER(name, number, rest) name##number rest
#define JOIN(name, number, rest) JOIN_LATER(name, number, rest)
#define TIMER JOIN(TIM, EARSHOT_ADC_TIMER, )
#ifndef EARSHOT_ADC_DECIMATION
#define EARSHOT_ADC_DECIMATION 2
#endif
#ifndef EARSHOT_MICROPHONE_GAIN
#define EARSHOT_MICROPHONE_GAIN 256
#endif

enum { BITS = 12, DC_SHIFT = 8, HALF = EARSHOT_BLOCK_SAMPLES * EARSHOT_ADC_DECIMATION };

/* An F7 has a data cache that does not see what DMA writes. Elsewhere invalidation is nothing. */
static CC_ALIGN_DATA(32) adcsample_t buffer[2 * HALF];
_Static_assert(HALF * sizeof(adcsample_t) % 32 == 0, "a half is whole lines of the cache");
static uint32_t timer_clocks;

static void on_half(ADCDriver *driver)
{
    adcsample_t *half = adcIsBufferComplete(driver) ? buffer + HALF : buffer;
    cacheBufferInvalidate(half, HALF * sizeof *half);
    earshot_microphone_hear_unsigned(half, HALF);
}

/* 56 cycles of sampling: 2 us and more at any clock of the converter, for sources up to 10 kOhm. */
static const ADCConversionGroup group = {
    .circular = true,
    .num_channels = 1,
    .end_cb = on_half,
    .cr2 = ADC_CR2_EXTEN_RISING | ADC_CR2_EXTSEL_SRC(EARSHOT_ADC_TRIGGER),
#if EARSHOT_ADC_CHANNEL < 10
    .smpr2 = ADC_SAMPLE_56 << (3 * EARSHOT_ADC_CHANNEL),
#else
    .smpr1 = ADC_SAMPLE_56 << (3 * (EARSHOT_ADC_CHANNEL - 10)),
#endif
    .sqr3 = ADC_SQR3_SQ1_N(EARSHOT_ADC_CHANNEL),
};

int32_t earshot_port_describe(uint32_t sample_rate, earshot_capture_settings *settings)
{
    if (sample_rate > 48000)
        return EARSHOT_FIRMWARE_SAMPLE_RATE;
    const uint32_t triggers = sample_rate * EARSHOT_ADC_DECIMATION;
    if (STM32_TIMCLK1 % triggers != 0 || STM32_TIMCLK1 / triggers > 65536)
        return EARSHOT_FIRMWARE_SAMPLE_RATE;
    timer_clocks = STM32_TIMCLK1 / triggers;
    settings->decimation = EARSHOT_ADC_DECIMATION;
    settings->bits = BITS;
    settings->gain = EARSHOT_MICROPHONE_GAIN;
    settings->dc_shift = DC_SHIFT;
    return EARSHOT_OK;
}

int32_t earshot_port_start(void)
{
    palSetPadMode(EARSHOT_ADC_PORT, EARSHOT_ADC_PAD, PAL_MODE_INPUT_ANALOG);
    adcStart(&EARSHOT_ADC_DRIVER, NULL);
    adcStartConversion(&EARSHOT_ADC_DRIVER, &group, buffer, 2 * HALF);
    JOIN(rccEnableTIM, EARSHOT_ADC_TIMER, (true));
    TIMER->PSC = 0;
    TIMER->ARR = timer_clocks - 1;
    TIMER->CNT = 0;
    TIMER->CR2 = TIM_CR2_MMS_1; /* each update is a trigger */
    TIMER->CR1 = TIM_CR1_CEN;
    return EARSHOT_OK;
}

void earshot_port_stop(void)
{
    TIMER->CR1 = 0;
    adcStopConversion(&EARSHOT_ADC_DRIVER);
    adcStop(&EARSHOT_ADC_DRIVER);
}
