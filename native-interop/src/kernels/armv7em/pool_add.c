#include "pairs.h"
#include "pool.h"

static inline uint32_t add_even(uint32_t sums, uint32_t four)
{
    uint32_t result;
    __asm__("sxtab16 %0, %1, %2" : "=r"(result) : "r"(sums), "r"(four));
    return result;
}

static inline uint32_t add_odd(uint32_t sums, uint32_t four)
{
    uint32_t result;
    __asm__("sxtab16 %0, %1, %2, ror #8" : "=r"(result) : "r"(sums), "r"(four));
    return result;
}

void earshot_pool_add(uint32_t *sums, const int8_t *values, uint32_t channels, uint32_t count)
{
    uint32_t even = sums[0], odd = sums[1];
    for (; count >= 4; count -= 4) {
        const uint32_t four0 = load_word(values), four1 = load_word(values + channels);
        values += 2 * channels;
        const uint32_t four2 = load_word(values), four3 = load_word(values + channels);
        values += 2 * channels;
        even = add_even(add_even(add_even(add_even(even, four0), four1), four2), four3);
        odd = add_odd(add_odd(add_odd(add_odd(odd, four0), four1), four2), four3);
    }
    for (; count > 0; count--, values += channels) {
        const uint32_t four = load_word(values);
        even = add_even(even, four);
        odd = add_odd(odd, four);
    }
    sums[0] = even;
    sums[1] = odd;
}
