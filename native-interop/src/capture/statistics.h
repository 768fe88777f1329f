/* Counts what is captured. */
#ifndef EARSHOT_CAPTURE_STATISTICS_H
#define EARSHOT_CAPTURE_STATISTICS_H

#include "earshot/capture.h"

/* Interrupt: begins a new stretch. */
void earshot_statistics_clear(earshot_capture *capture);

/* Interrupt: adds a sample. */
void earshot_statistics_add(earshot_capture *capture, int32_t sample);

/* Interrupt: hands the stretch over when the reader has asked for it. */
void earshot_statistics_answer(earshot_capture *capture);

#endif
