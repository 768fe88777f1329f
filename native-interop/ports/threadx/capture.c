/*
 * B-L475E-IOT01A (ThreadX, STM32L475): one of its MP34DT01 microphones gives a bit stream, DFSDM makes 22-bit
 * values of it (sinc^3 over 125 bits), DMA fills a buffer in a circle. By register: the HAL's DFSDM driver is
 * not part of nanoFramework's target. Reference manual RM0351, chapters 11 (DMA) and 24 (DFSDM); board
 * manual UM2153: clock PE9, data PE7. docs/boards.md says where pins and DMA request were looked up.
 */
#include "firmware/microphone.h"
#include "firmware/port.h"
#include "firmware/status.h"
#include "stm32l4xx.h"

#ifndef EARSHOT_MICROPHONE_GAIN
#define EARSHOT_MICROPHONE_GAIN 256
#endif

/* sinc^3 over 125 bits reaches 125^3, 0.6 dB below 2^21: a bit of sign and 21. */
enum { OVERSAMPLING = 125, BITS = 22, DC_SHIFT = 8, HALF = EARSHOT_BLOCK_SAMPLES, RESULT_SHIFT = 8 };

static int32_t buffer[2 * HALF];
static uint32_t clock_divider;

void DMA1_Channel4_IRQHandler(void)
{
    const uint32_t flags = DMA1->ISR;
    DMA1->IFCR = DMA_IFCR_CGIF4;
    if (flags & DMA_ISR_HTIF4)
        earshot_microphone_hear_signed(buffer, HALF, RESULT_SHIFT);
    if (flags & DMA_ISR_TCIF4)
        earshot_microphone_hear_signed(buffer + HALF, HALF, RESULT_SHIFT);
}

int32_t earshot_port_describe(uint32_t sample_rate, earshot_capture_settings *settings)
{
    const uint32_t bits = sample_rate * OVERSAMPLING;
    /* The microphone's clock is 1 to 3.25 MHz (datasheet MP34DT01-M, table 4). */
    if (sample_rate > 26000 || bits < 1000000 || SystemCoreClock % bits != 0 || SystemCoreClock / bits > 256)
        return EARSHOT_FIRMWARE_SAMPLE_RATE;
    clock_divider = SystemCoreClock / bits;
    settings->decimation = 1;
    settings->bits = BITS;
    settings->gain = EARSHOT_MICROPHONE_GAIN;
    settings->dc_shift = DC_SHIFT;
    return EARSHOT_OK;
}

/* Ports keep their pins and wake the core without a clock, which would take as much as all the rest of the
 * chip in sleep (datasheet DS10969, table 41 and its note 2). */
static void rest_ports_in_sleep(void)
{
    RCC->AHB2SMENR &= ~(RCC_AHB2SMENR_GPIOASMEN | RCC_AHB2SMENR_GPIOBSMEN | RCC_AHB2SMENR_GPIOCSMEN |
                        RCC_AHB2SMENR_GPIODSMEN | RCC_AHB2SMENR_GPIOESMEN | RCC_AHB2SMENR_GPIOFSMEN |
                        RCC_AHB2SMENR_GPIOGSMEN | RCC_AHB2SMENR_GPIOHSMEN);
}

/* PE7 and PE9 belong to DFSDM1 as alternate function 6. */
static void set_pins(void)
{
    RCC->AHB2ENR |= RCC_AHB2ENR_GPIOEEN;
    GPIOE->AFR[0] = (GPIOE->AFR[0] & ~(15u << 28)) | 6u << 28;
    GPIOE->AFR[1] = (GPIOE->AFR[1] & ~(15u << 4)) | 6u << 4;
    GPIOE->MODER = (GPIOE->MODER & ~(3u << 14 | 3u << 18)) | 2u << 14 | 2u << 18;
}

static void set_dma(void)
{
    RCC->AHB1ENR |= RCC_AHB1ENR_DMA1EN;
    DMA1_Channel4->CCR = 0;
    DMA1_CSELR->CSELR &= ~DMA_CSELR_C4S; /* request 0: DFSDM1_FLT0 */
    DMA1_Channel4->CPAR = (uint32_t)&DFSDM1_Filter0->FLTRDATAR;
    DMA1_Channel4->CMAR = (uint32_t)buffer;
    DMA1_Channel4->CNDTR = 2 * HALF;
    DMA1_Channel4->CCR = DMA_CCR_PL_1 | DMA_CCR_MSIZE_1 | DMA_CCR_PSIZE_1 | DMA_CCR_MINC | DMA_CCR_CIRC |
                         DMA_CCR_HTIE | DMA_CCR_TCIE | DMA_CCR_EN;
    NVIC_SetPriority(DMA1_Channel4_IRQn, 6);
    NVIC_EnableIRQ(DMA1_Channel4_IRQn);
}

static void set_filter(void)
{
    RCC->APB2ENR |= RCC_APB2ENR_DFSDM1EN;
    /* Data on the rising edge of the clock that the chip gives. */
    DFSDM1_Channel0->CHCFGR1 = (clock_divider - 1) << DFSDM_CHCFGR1_CKOUTDIV_Pos;
    DFSDM1_Channel2->CHCFGR1 = DFSDM_CHCFGR1_SPICKSEL_0 | DFSDM_CHCFGR1_CHEN;
    DFSDM1_Channel0->CHCFGR1 |= DFSDM_CHCFGR1_DFSDMEN;
    DFSDM1_Filter0->FLTFCR =
        DFSDM_FLTFCR_FORD_1 | DFSDM_FLTFCR_FORD_0 | (OVERSAMPLING - 1) << DFSDM_FLTFCR_FOSR_Pos;
    DFSDM1_Filter0->FLTCR1 = 2u << DFSDM_FLTCR1_RCH_Pos | DFSDM_FLTCR1_RDMAEN | DFSDM_FLTCR1_RCONT;
    DFSDM1_Filter0->FLTCR1 |= DFSDM_FLTCR1_DFEN;
    DFSDM1_Filter0->FLTCR1 |= DFSDM_FLTCR1_RSWSTART;
}

int32_t earshot_port_start(void)
{
    rest_ports_in_sleep();
    set_pins();
    set_dma();
    set_filter();
    return EARSHOT_OK;
}

void earshot_port_stop(void)
{
    DFSDM1_Filter0->FLTCR1 = 0;
    DFSDM1_Channel2->CHCFGR1 = 0;
    DFSDM1_Channel0->CHCFGR1 = 0;
    RCC->APB2ENR &= ~RCC_APB2ENR_DFSDM1EN;
    NVIC_DisableIRQ(DMA1_Channel4_IRQn);
    DMA1_Channel4->CCR = 0;
}
