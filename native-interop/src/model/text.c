#include "check.h"

/* Bytes in the character that starts with `lead`, and in *minimum the smallest code point that needs as many.
 */
static uint32_t sequence_bytes(uint8_t lead, uint32_t *minimum)
{
    if (lead < 0x80) {
        *minimum = 1;
        return 1;
    }
    if (lead >= 0xC0 && lead < 0xE0) {
        *minimum = 0x80;
        return 2;
    }
    if (lead >= 0xE0 && lead < 0xF0) {
        *minimum = 0x800;
        return 3;
    }
    if (lead >= 0xF0 && lead < 0xF8) {
        *minimum = 0x10000;
        return 4;
    }
    return 0;
}

int earshot_is_text(const uint8_t *text, uint32_t bytes)
{
    uint32_t i = 0;
    while (i < bytes) {
        uint32_t minimum = 0;
        const uint32_t length = sequence_bytes(text[i], &minimum);
        if (length == 0 || length > bytes - i)
            return 0;
        uint32_t character = length == 1 ? text[i] : text[i] & (0x7Fu >> length);
        for (uint32_t k = 1; k < length; ++k) {
            if ((text[i + k] & 0xC0) != 0x80)
                return 0;
            character = character << 6 | (text[i + k] & 0x3Fu);
        }
        /* Overlong forms, surrogates, and what lies beyond Unicode. */
        if (character < minimum || (character >= 0xD800 && character < 0xE000) || character > 0x10FFFF)
            return 0;
        i += length;
    }
    return text[bytes] == 0;
}
