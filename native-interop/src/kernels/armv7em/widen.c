#include "widen.h"
#include "pairs.h"

void earshot_widen_two(uint32_t *words, const int8_t *a, const int8_t *b, uint32_t count)
{
    const int8_t *end = a + count;
    for (; end - a >= 16; a += 16, b += 16) {
        words = store_two_fours(words, load_word(a), load_word(b));
        words = store_two_fours(words, load_word(a + 4), load_word(b + 4));
        words = store_two_fours(words, load_word(a + 8), load_word(b + 8));
        words = store_two_fours(words, load_word(a + 12), load_word(b + 12));
    }
    for (; a != end; a += 4, b += 4)
        words = store_two_fours(words, load_word(a), load_word(b));
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
