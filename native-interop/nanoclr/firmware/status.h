/*
 * What the firmware's calls return: 0 or more is a result, a status of the C module is itself, and the rest
 * is here. The managed half declares the same numbers; the stubs compare them when they are compiled.
 */
#ifndef EARSHOT_FIRMWARE_STATUS_H
#define EARSHOT_FIRMWARE_STATUS_H

#include "earshot/status.h"

enum {
    EARSHOT_FIRMWARE_NO_MODEL = -64,    /* there is no pack at that place */
    EARSHOT_FIRMWARE_NOT_OPEN = -65,    /* no model is open, or there was no decision yet */
    EARSHOT_FIRMWARE_MICROPHONE = -66,  /* it runs already, or does not run */
    EARSHOT_FIRMWARE_SAMPLE_RATE = -67, /* the converter cannot sample at that rate */
    EARSHOT_FIRMWARE_NO_SOUND = -68,    /* the ring does not hold the samples asked for */
    EARSHOT_FIRMWARE_WATCHDOG = -69,    /* it does not run */
    EARSHOT_FIRMWARE_RING = -70         /* the microphone's ring does not hold a hop of the model */
};

#endif
