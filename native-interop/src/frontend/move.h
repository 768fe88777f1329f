/* Moving samples. A C library that was built for size moves them byte by byte, which costs as much as a mel
 * band. */
#ifndef EARSHOT_FRONTEND_MOVE_H
#define EARSHOT_FRONTEND_MOVE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "../compiler.h"

/* `to` may lie before `from` in the same array; an equal or a later place is not allowed. */
static inline void earshot_move_down(int16_t *to, const int16_t *from, size_t samples)
{
    if ((((uintptr_t)to | (uintptr_t)from) & 3u) == 0) {
        for (; samples >= 8; samples -= 8, to += 8, from += 8) {
            uint32_t first, second, third, fourth;
            memcpy(&first, EARSHOT_ALIGNED(from, 4), 4);
            memcpy(&second, EARSHOT_ALIGNED(from + 2, 4), 4);
            memcpy(&third, EARSHOT_ALIGNED(from + 4, 4), 4);
            memcpy(&fourth, EARSHOT_ALIGNED(from + 6, 4), 4);
            memcpy(EARSHOT_ALIGNED(to, 4), &first, 4);
            memcpy(EARSHOT_ALIGNED(to + 2, 4), &second, 4);
            memcpy(EARSHOT_ALIGNED(to + 4, 4), &third, 4);
            memcpy(EARSHOT_ALIGNED(to + 6, 4), &fourth, 4);
        }
    }
    for (; samples > 0; --samples) {
        *to++ = *from++;
        EARSHOT_KEEP_LOOP();
    }
}

#endif
