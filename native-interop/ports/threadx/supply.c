/*
 * STM32L475: the supply, by what the factory measured of the internal reference at 3.0 V (datasheet
 * DS10969, internal voltage reference). By register; reference manual RM0351, chapter 18.
 */
#include "firmware/port.h"
#include "stm32l4xx.h"

enum { CALIBRATION_MILLIVOLTS = 3000, REGULATOR_US = 20 };

static void wait_us(uint32_t microseconds)
{
    for (volatile uint32_t left = microseconds * (SystemCoreClock / 1000000u) / 4u; left > 0; --left)
        ;
}

static uint32_t convert(void)
{
    ADC1->ISR = ADC_ISR_EOC;
    ADC1->CR |= ADC_CR_ADSTART;
    while ((ADC1->ISR & ADC_ISR_EOC) == 0)
        ;
    return ADC1->DR;
}

int32_t earshot_port_supply_millivolts(void)
{
    RCC->AHB2ENR |= RCC_AHB2ENR_ADCEN;
    ADC123_COMMON->CCR = ADC_CCR_CKMODE_0 | ADC_CCR_VREFEN;
    ADC1->CR = 0; /* out of deep power-down */
    ADC1->CR = ADC_CR_ADVREGEN;
    wait_us(REGULATOR_US);
    ADC1->CR |= ADC_CR_ADCAL;
    while (ADC1->CR & ADC_CR_ADCAL)
        ;
    ADC1->ISR = ADC_ISR_ADRDY;
    ADC1->CR |= ADC_CR_ADEN;
    while ((ADC1->ISR & ADC_ISR_ADRDY) == 0)
        ;
    ADC1->SMPR1 = ADC_SMPR1_SMP0; /* 640.5 cycles: 8 us at 80 MHz, the reference asks for 4 */
    ADC1->SQR1 = 0;               /* one conversion, of channel 0: the reference */
    convert();
    const uint32_t raw = convert();
    ADC1->CR |= ADC_CR_ADDIS;
    while (ADC1->CR & ADC_CR_ADEN)
        ;
    ADC1->CR = ADC_CR_DEEPPWD;
    ADC123_COMMON->CCR = 0;
    const uint16_t calibration = *(const volatile uint16_t *)0x1FFF75AAu;
    return raw == 0 ? 0 : (int32_t)(CALIBRATION_MILLIVOLTS * (uint32_t)calibration / raw);
}
