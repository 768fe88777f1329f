/*
 * What ports/threadx needs of ThreadX's tx_api.h, to compile and run it here: names and types of the
 * application timer (ThreadX user guide, chapter 4, tx_timer_create).
 */
#ifndef TX_API_H
#define TX_API_H

#define VOID void
typedef char CHAR;
typedef unsigned int UINT;
typedef unsigned long ULONG;

typedef struct TX_TIMER_STRUCT {
    VOID (*expire)(ULONG input);
    ULONG input;
    ULONG remaining;
    ULONG period;
} TX_TIMER;

/* As tx_port.h of the Cortex-M ports has it. */
#define TX_TIMER_TICKS_PER_SECOND ((ULONG)100)
#define TX_AUTO_ACTIVATE 1

UINT tx_timer_create(TX_TIMER *timer, CHAR *name, VOID (*expire)(ULONG input), ULONG input, ULONG initial,
                     ULONG reschedule, UINT activate);

#endif
