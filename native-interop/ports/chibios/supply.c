/* ChibiOS on F4 and F7: the supply, by what the factory measured of the internal reference at 3.3 V. */
#include "firmware/port.h"
#include "firmware/status.h"
#include "hal.h"

#ifndef EARSHOT_VREFINT_CAL
#if defined(STM32F7XX)
#define EARSHOT_VREFINT_CAL 0x1FF0F44Au /* F74x and F76x; docs/boards.md */
#else
#define EARSHOT_VREFINT_CAL 0x1FFF7A2Au /* F401, F411, F412, F439; docs/boards.md */
#endif
#endif

enum { CALIBRATION_MILLIVOLTS = 3300 };

/* Channel 17 of the first converter, sampled for 480 cycles: the datasheets ask for 10 us. */
static const ADCConversionGroup group = {
    .num_channels = 1,
    .cr2 = ADC_CR2_SWSTART,
    .smpr1 = ADC_SMPR1_SMP_VREF(ADC_SAMPLE_480),
    .sqr3 = ADC_SQR3_SQ1_N(ADC_CHANNEL_VREFINT),
};

int32_t earshot_port_supply_millivolts(void)
{
    static CC_ALIGN_DATA(32) adcsample_t line[16];
    if (ADCD1.state == ADC_ACTIVE)
        return EARSHOT_FIRMWARE_MICROPHONE; /* it is sampling sound */
    adcStart(&ADCD1, NULL);
    adcSTM32EnableTSVREFE();
    /* The first value is the reference starting up. */
    adcConvert(&ADCD1, &group, line, 1);
    adcConvert(&ADCD1, &group, line, 1);
    cacheBufferInvalidate(line, sizeof line);
    adcSTM32DisableTSVREFE();
    adcStop(&ADCD1);
    const uint16_t calibration = *(const volatile uint16_t *)EARSHOT_VREFINT_CAL;
    const int32_t raw = line[0];
    return raw == 0 ? 0 : CALIBRATION_MILLIVOLTS * calibration / raw;
}
