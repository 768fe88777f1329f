/*
 * Roots of unity: root i of n has round(32768 cos(2 pi i / n)) in its lower half and the sine in its upper
 * one, each at most 32767.
 */
#ifndef EARSHOT_FRONTEND_TWIDDLES_H
#define EARSHOT_FRONTEND_TWIDDLES_H

#include <stdint.h>

/*
 * Three quarters of a turn serve every radix-4 butterfly up to 512 points, a quarter of a turn serves the
 * separation of a real spectrum of up to 1024 points.
 */
#define EARSHOT_ROOTS_OF_512 384u
#define EARSHOT_ROOTS_OF_1024 256u

#if defined(EARSHOT_SMALL)

/* Half a kilobyte instead of two and a half: the sine over a quarter of a turn in 1/1024, from which roots
 * are made. */
extern const int16_t earshot_sines[257];

/*
 * i < 768. Where the cosine is -1, at 512, this is a step off; radix-4 butterflies never turn by exactly half
 * a turn.
 */
static inline uint32_t earshot_root_of_1024(uint32_t i)
{
    int32_t sine = earshot_sines[i & 255u];
    int32_t cosine = earshot_sines[256u - (i & 255u)];
    for (; i >= 256; i -= 256) {
        const int32_t turned = -sine;
        sine = cosine;
        cosine = turned;
    }
    return ((uint32_t)cosine & 0xffffu) | (uint32_t)sine << 16;
}

static inline uint32_t earshot_root_of_512(uint32_t i)
{
    return earshot_root_of_1024(2 * i);
}

#else

extern const uint32_t earshot_roots_of_512[EARSHOT_ROOTS_OF_512];
extern const uint32_t earshot_roots_of_1024[EARSHOT_ROOTS_OF_1024];

static inline uint32_t earshot_root_of_1024(uint32_t i)
{
    return earshot_roots_of_1024[i];
}

static inline uint32_t earshot_root_of_512(uint32_t i)
{
    return earshot_roots_of_512[i];
}

#endif

#endif
