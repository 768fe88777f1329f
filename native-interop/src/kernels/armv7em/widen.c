#include "widen.h"
#include "pairs.h"

void earshot_widen_weights(uint32_t *block, const int8_t *rows, uint32_t count)
{
    const int8_t *row0 = rows, *row1 = row0 + count, *row2 = row1 + count, *row3 = row2 + count;
    for (uint32_t i = 0; i < count; i += 4) {
        uint32_t four0 = load_word(row0 + i), four1 = load_word(row1 + i);
        uint32_t four2 = load_word(row2 + i), four3 = load_word(row3 + i);
        block[0] = even_bytes(four2);
        block[1] = even_bytes(four3);
        block[2] = even_bytes(four0);
        block[3] = even_bytes(four1);
        block[4] = odd_bytes(four2);
        block[5] = odd_bytes(four3);
        block[6] = odd_bytes(four0);
        block[7] = odd_bytes(four1);
        block += 8;
    }
}

/* A0 B0 A1 B1: four words in one store. */
static inline uint32_t *store_two(uint32_t *words, uint32_t a, uint32_t b)
{
    register uint32_t even_a __asm__("r2") = even_bytes(a);
    register uint32_t even_b __asm__("r3") = even_bytes(b);
    register uint32_t odd_a __asm__("r4") = odd_bytes(a);
    register uint32_t odd_b __asm__("r5") = odd_bytes(b);
    __asm__ volatile("stmia %0!, {r2, r3, r4, r5}"
                     : "+l"(words)
                     : "r"(even_a), "r"(even_b), "r"(odd_a), "r"(odd_b)
                     : "memory");
    return words;
}

void earshot_widen_two(uint32_t *words, const int8_t *a, const int8_t *b, uint32_t count)
{
    const int8_t *end = a + count;
    for (; end - a >= 16; a += 16, b += 16) {
        words = store_two(words, load_word(a), load_word(b));
        words = store_two(words, load_word(a + 4), load_word(b + 4));
        words = store_two(words, load_word(a + 8), load_word(b + 8));
        words = store_two(words, load_word(a + 12), load_word(b + 12));
    }
    for (; a != end; a += 4, b += 4)
        words = store_two(words, load_word(a), load_word(b));
}

void earshot_widen_one(uint32_t *words, const int8_t *values, uint32_t count)
{
    for (uint32_t i = 0; i < count; i += 4) {
        uint32_t four = load_word(values + i);
        words[0] = even_bytes(four);
        words[2] = odd_bytes(four);
        words += 4;
    }
}

void earshot_widen_padding(uint32_t *words, int8_t value, uint32_t count)
{
    uint32_t pair = both_halves(value);
    for (uint32_t i = 0; i < count; i += 2) {
        *words = pair;
        words += 2;
    }
}
