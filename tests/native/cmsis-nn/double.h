/* What the tests ask of the test double. */
#ifndef CMSIS_NN_DOUBLE_CONTROL_H
#define CMSIS_NN_DOUBLE_CONTROL_H

enum double_function {
    DOUBLE_CONVOLVE,
    DOUBLE_DEPTHWISE,
    DOUBLE_FULLY_CONNECTED,
    DOUBLE_FULLY_CONNECTED_PER_CHANNEL,
    DOUBLE_AVERAGE_POOL,
    DOUBLE_MAX_POOL,
    DOUBLE_ADD,
    DOUBLE_SOFTMAX,
    DOUBLE_FUNCTIONS
};

/* Calls since the start. */
extern int double_calls[DOUBLE_FUNCTIONS];

/* When set, requantisation rounds twice, as a library without CMSIS_NN_USE_SINGLE_ROUNDING does. */
extern int double_rounds_twice;

#endif
