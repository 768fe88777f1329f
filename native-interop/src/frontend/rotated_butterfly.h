/*
 * The butterfly in which most of the time goes: a DFT of four whose inputs b, c, d are rotated and which
 * halves.
 *
 * With the DSP extension it is written out, for it just fits into the registers: nine for the numbers, the
 * place, three roots and the end of the loop. Compilers spill. Both forms give the same bits.
 */
#ifndef EARSHOT_FRONTEND_ROTATED_BUTTERFLY_H
#define EARSHOT_FRONTEND_ROTATED_BUTTERFLY_H

#include "butterflies.h"

#if defined(__ARM_FEATURE_DSP) && defined(__OPTIMIZE__) && !defined(EARSHOT_SMALL)

/* LDRD and STRD reach 1020 bytes. */
#define EARSHOT_PAIR(operation, first, second, offset)                                                       \
    ".if %c[" offset "] <= 1020\n\t" operation "d %[" first "], %[" second "], [%[bin], %[" offset "]]\n\t"  \
    ".else\n\t" operation " %[" first "], [%[bin], %[" offset "]]\n\t" operation " %[" second                \
    "], [%[bin], %[" offset "] + 4]\n\t.endif\n\t"

/* Leaves the rotated number in (`result`, `im`); `re` is free afterwards. */
#define EARSHOT_ROTATE(result, re, im, root)                                                                 \
    "smulwb %[" result "], %[" re "], %[" root "]\n\t"                                                       \
    "smulwt %[" re "], %[" re "], %[" root "]\n\t"                                                           \
    "smlawt %[" result "], %[" im "], %[" root "], %[" result "]\n\t"                                        \
    "smulwb %[" im "], %[" im "], %[" root "]\n\t"                                                           \
    "sub %[" im "], %[" im "], %[" re "]\n\t"

EARSHOT_INLINE void earshot_rotated_butterfly(earshot_bin *bin, const uint32_t quarter, uint32_t root,
                                              uint32_t square, uint32_t cube)
{
    int32_t t0, t1, t2, t3, t4, t5, t6, t7, t8;
    __asm__ volatile(
        EARSHOT_PAIR("ldr", "t0", "t1", "one") EARSHOT_ROTATE("t2", "t0", "t1", "root")   /* b = (t2, t1) */
        EARSHOT_PAIR("ldr", "t3", "t4", "three") EARSHOT_ROTATE("t0", "t3", "t4", "cube") /* d = (t0, t4) */
        "add %[t3], %[t2], %[t0]\n\t"
        "sub %[t2], %[t2], %[t0]\n\t"
        "add %[t0], %[t1], %[t4]\n\t"
        "sub %[t1], %[t1], %[t4]\n\t" /* b + d = (t3, t0), b - d = (t2, t1) */
        "add %[t3], %[t3], #2\n\t"    /* the 1 of each rotation, see earshot_rotate_half() */
        EARSHOT_PAIR("ldr", "t5", "t6", "two") EARSHOT_ROTATE("t4", "t5", "t6", "square") /* c = (t4, t6) */
        "add %[t4], %[t4], #1\n\t"
        "ldrd %[t7], %[t8], [%[bin]]\n\t" /* 2 a = (t7, t8) */
        "add %[t5], %[t4], %[t7], asr #1\n\t"
        "rsb %[t4], %[t4], %[t7], asr #1\n\t"
        "add %[t7], %[t6], %[t8], asr #1\n\t"
        "rsb %[t6], %[t6], %[t8], asr #1\n\t" /* a + c = (t5, t7), a - c = (t4, t6) */
        "add %[t8], %[t5], %[t3]\n\t"
        "sub %[t5], %[t5], %[t3]\n\t"
        "add %[t3], %[t7], %[t0]\n\t"
        "sub %[t7], %[t7], %[t0]\n\t"
        "strd %[t8], %[t3], [%[bin]]\n\t" EARSHOT_PAIR(
            "str", "t5", "t7", "two") "add %[t0], %[t4], %[t1]\n\t"
                                      "sub %[t4], %[t4], %[t1]\n\t"
                                      "sub %[t1], %[t6], %[t2]\n\t"
                                      "add %[t6], %[t6], %[t2]\n\t" EARSHOT_PAIR("str", "t0", "t1", "one")
                                          EARSHOT_PAIR("str", "t4", "t6", "three")
        : [t0] "=&r"(t0), [t1] "=&r"(t1), [t2] "=&r"(t2), [t3] "=&r"(t3), [t4] "=&r"(t4), [t5] "=&r"(t5),
          [t6] "=&r"(t6), [t7] "=&r"(t7), [t8] "=&r"(t8)
        : [bin] "r"(bin), [root] "r"(root), [square] "r"(square), [cube] "r"(cube), [one] "i"(8 * quarter),
          [two] "i"(16 * quarter), [three] "i"(24 * quarter)
        : "memory");
}

#undef EARSHOT_PAIR
#undef EARSHOT_ROTATE

#else

EARSHOT_INLINE void earshot_rotated_butterfly(earshot_bin *bin, uint32_t quarter, uint32_t root,
                                              uint32_t square, uint32_t cube)
{
    earshot_butterfly(bin, quarter, earshot_half(earshot_load(bin)),
                      earshot_rotate_half(earshot_load(bin + quarter), root),
                      earshot_rotate_half(earshot_load(bin + 2 * quarter), square),
                      earshot_rotate_half(earshot_load(bin + 3 * quarter), cube));
}

#endif

#endif
