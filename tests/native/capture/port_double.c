#include "port_double.h"

#include "firmware/microphone.h"
#include "firmware/packs.h"
#include "firmware/port.h"
#include "firmware/status.h"

const uint8_t *deployed_pack;
uint32_t deployed_bytes;
uint32_t wakes;
int converter_runs;
uint32_t watchdog_milliseconds;
uint32_t watchdog_feedings;
uint32_t watchdog_timers;
uint32_t bites;

int32_t earshot_port_describe(uint32_t sample_rate, earshot_capture_settings *settings)
{
    if (sample_rate != 16000)
        return EARSHOT_FIRMWARE_SAMPLE_RATE;
    *settings = (earshot_capture_settings){.decimation = 1, .bits = 16, .gain = 256, .dc_shift = 10};
    return EARSHOT_OK;
}

int32_t earshot_port_start(void)
{
    converter_runs = 1;
    return EARSHOT_OK;
}

void earshot_port_stop(void)
{
    converter_runs = 0;
}

const void *earshot_port_deployed(uint32_t *bytes)
{
    *bytes = deployed_bytes;
    return deployed_pack;
}

void earshot_microphone_wake(void)
{
    wakes++;
}

void earshot_port_watchdog_start(uint32_t milliseconds)
{
    watchdog_milliseconds = milliseconds;
}

void earshot_port_watchdog_feed(void)
{
    watchdog_feedings++;
}

void earshot_port_watchdog_start_timer(void)
{
    watchdog_timers++;
}

void earshot_port_watchdog_bite(void)
{
    bites++;
}
