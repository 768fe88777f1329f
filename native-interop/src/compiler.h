/*
 * What C11 has no word for and GNU's compilers have, Clang and Arm's among them. Others, such as Visual C++,
 * do without: the results are the same. EARSHOT_PLAIN_C lets GNU's do without as well, which is how that is
 * tested.
 */
#ifndef EARSHOT_COMPILER_H
#define EARSHOT_COMPILER_H

#include <stdint.h>

#if defined(__GNUC__) && !defined(EARSHOT_PLAIN_C)

#define EARSHOT_INLINE static inline __attribute__((always_inline))
#if defined(__clang__)
#define EARSHOT_NOT_INLINED static __attribute__((noinline))
#else
#define EARSHOT_NOT_INLINED static __attribute__((noinline, noclone))
#endif
/* The pointer, known to be a multiple of `bytes`. */
#define EARSHOT_ALIGNED(pointer, bytes) __builtin_assume_aligned(pointer, bytes)
/* At the end of a loop: keeps it from being turned into a call of the C library. */
#define EARSHOT_KEEP_LOOP() __asm__ volatile("" ::: "memory")

/* `value` is not 0. */
EARSHOT_INLINE int32_t earshot_leading_zeros(uint32_t value)
{
    return __builtin_clz(value);
}

#else

#define EARSHOT_INLINE static inline
#define EARSHOT_NOT_INLINED static
#define EARSHOT_ALIGNED(pointer, bytes) (pointer)
#define EARSHOT_KEEP_LOOP() ((void)0)

EARSHOT_INLINE int32_t earshot_leading_zeros(uint32_t value)
{
    int32_t zeros = 0;
    for (uint32_t bits = 16; bits > 0; bits /= 2) {
        if (value >> (32 - bits) == 0) {
            value <<= bits;
            zeros += (int32_t)bits;
        }
    }
    return zeros;
}

#endif

#endif
