#include "microphone.h"

#include "port.h"
#include "status.h"

enum { BLOCKS = EARSHOT_RING_SAMPLES / EARSHOT_BLOCK_SAMPLES };

_Static_assert(BLOCKS *EARSHOT_BLOCK_SAMPLES == EARSHOT_RING_SAMPLES && (BLOCKS & (BLOCKS - 1)) == 0,
               "EARSHOT_RING_SAMPLES is EARSHOT_BLOCK_SAMPLES times a power of two");

static int16_t ring_samples[EARSHOT_RING_SAMPLES];
static uint32_t ring_numbers[BLOCKS];
static earshot_ring ring;
static earshot_capture capture;
static int is_running;
static uint32_t rate;
/* Samples that the CLR's thread waits for, 0 for none: it writes, the interrupt reads. */
static uint32_t awaited;

earshot_ring *earshot_microphone_ring(void)
{
    if (!ring.samples)
        earshot_ring_init(&ring, ring_samples, ring_numbers, BLOCKS, EARSHOT_BLOCK_SAMPLES);
    return &ring;
}

int32_t earshot_microphone_start(int32_t sample_rate)
{
    earshot_capture_settings settings;
    if (is_running)
        return EARSHOT_FIRMWARE_MICROPHONE;
    if (sample_rate <= 0 || earshot_port_describe((uint32_t)sample_rate, &settings) < 0)
        return EARSHOT_FIRMWARE_SAMPLE_RATE;
    earshot_ring_reset(earshot_microphone_ring());
    int32_t status = earshot_capture_init(&capture, &settings, &ring);
    if (status == EARSHOT_OK)
        status = earshot_port_start();
    is_running = status == EARSHOT_OK;
    rate = (uint32_t)sample_rate;
    return status;
}

int32_t earshot_microphone_stop(void)
{
    if (!is_running)
        return EARSHOT_FIRMWARE_MICROPHONE;
    is_running = 0;
    earshot_port_stop();
    return EARSHOT_OK;
}

int32_t earshot_microphone_await(int32_t samples)
{
    if (samples < 0 || samples > EARSHOT_RING_SAMPLES)
        return EARSHOT_ERROR_ARGUMENT;
    /* First say what is waited for, then look: a block in between wakes once too often, never too seldom. */
    __atomic_store_n(&awaited, (uint32_t)samples, __ATOMIC_SEQ_CST);
    if (earshot_ring_available(earshot_microphone_ring()) >= (uint32_t)samples)
        return 1;
    return is_running ? 0 : EARSHOT_FIRMWARE_MICROPHONE;
}

void earshot_microphone_await_none(void)
{
    __atomic_store_n(&awaited, 0, __ATOMIC_SEQ_CST);
}

int64_t earshot_microphone_position(void)
{
    return (int64_t)earshot_ring_position(earshot_microphone_ring());
}

int64_t earshot_microphone_lost_samples(void)
{
    return (int64_t)earshot_ring_lost_samples(earshot_microphone_ring());
}

static int32_t at_most(uint32_t number)
{
    return number > INT32_MAX ? INT32_MAX : (int32_t)number;
}

int32_t earshot_microphone_read_statistics(int32_t *fields, uint32_t count)
{
    earshot_capture_statistics heard;
    if (count < EARSHOT_STATISTICS_FIELDS)
        return EARSHOT_ERROR_ARGUMENT;
    if (!is_running)
        return EARSHOT_FIRMWARE_MICROPHONE;
    if (!earshot_capture_read_statistics(&capture, &heard))
        return 0;
    fields[0] = at_most(heard.samples);
    fields[1] = at_most(heard.clipped);
    fields[2] = heard.minimum;
    fields[3] = heard.maximum;
    fields[4] = heard.offset;
    fields[5] = (int32_t)heard.mean_square;
    return 1;
}

uint32_t earshot_microphone_sample_rate(void)
{
    return is_running ? rate : 0;
}

static void wake_if_enough(void)
{
    const uint32_t wanted = __atomic_load_n(&awaited, __ATOMIC_SEQ_CST);
    if (wanted != 0 && earshot_ring_available(&ring) >= wanted)
        earshot_microphone_wake();
}

void earshot_microphone_hear_unsigned(const uint16_t *raw, size_t count)
{
    earshot_capture_unsigned(&capture, raw, count);
    wake_if_enough();
}

void earshot_microphone_hear_signed(const int32_t *raw, size_t count, uint32_t shift)
{
    earshot_capture_signed(&capture, raw, count, shift);
    wake_if_enough();
}
