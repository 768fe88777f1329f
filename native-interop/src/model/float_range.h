/* Reading floats that nobody has checked yet. */
#ifndef EARSHOT_MODEL_FLOAT_RANGE_H
#define EARSHOT_MODEL_FLOAT_RANGE_H

#include <stdint.h>
#include <string.h>

/* Compares bits, so that a NaN is out of every range. 0 <= minimum <= maximum. */
static inline int earshot_float_within(float value, float minimum, float maximum)
{
    uint32_t bits, low, high;
    memcpy(&bits, &value, sizeof bits);
    memcpy(&low, &minimum, sizeof low);
    memcpy(&high, &maximum, sizeof high);
    return bits >= low && bits <= high;
}

#endif
