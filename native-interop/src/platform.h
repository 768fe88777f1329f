/* What the code relies on and the language leaves open; a platform without it does not compile. */
#ifndef EARSHOT_PLATFORM_H
#define EARSHOT_PLATFORM_H

#include <float.h>
#include <stddef.h>
#include <stdint.h>

#if !defined(_MSC_VER) && (!defined(__BYTE_ORDER__) || __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__)
#error "Model packs are used in place and are little-endian."
#endif
/* 16 is the value where half precision exists: float still is computed as float (ISO/IEC TS 18661-3). */
#if defined(__FAST_MATH__) ||                                                                                \
    (defined(__FLT_EVAL_METHOD__) && __FLT_EVAL_METHOD__ != 0 && __FLT_EVAL_METHOD__ != 16)
#error                                                                                                       \
    "The front end needs plain IEEE single precision; with fast-math or x87 arithmetic its bits would differ."
#endif
_Static_assert(-1 >> 1 == -1, "right shifts of negative numbers must keep the sign");
_Static_assert(sizeof(float) == 4 && FLT_MANT_DIG == 24 && FLT_MAX_EXP == 128, "float must be IEEE single");

/* The arena, the pack and every table in it start at multiples of this. */
#define EARSHOT_ALIGNMENT 16u

static inline size_t earshot_align(size_t bytes)
{
    return (bytes + (EARSHOT_ALIGNMENT - 1)) & ~(size_t)(EARSHOT_ALIGNMENT - 1);
}

static inline int earshot_is_aligned(const void *address)
{
    return ((uintptr_t)address & (EARSHOT_ALIGNMENT - 1)) == 0;
}

static inline int32_t earshot_clamp(int32_t value, int32_t minimum, int32_t maximum)
{
    return value < minimum ? minimum : value > maximum ? maximum : value;
}

#endif
