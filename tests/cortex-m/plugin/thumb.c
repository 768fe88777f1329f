#include "thumb.h"

static uint16_t bit(uint32_t number)
{
    return (uint16_t)(number == 15 ? 0 : 1u << number);
}

static thumb short_load_store(uint16_t code, bool load, uint32_t base)
{
    return (thumb){
        .kind = load ? THUMB_LOAD : THUMB_STORE,
        .address = bit(base),
        .result = load ? bit(code & 7) : 0,
    };
}

static thumb decode_short(uint16_t code)
{
    thumb t = {.kind = THUMB_DATA};
    const uint32_t top = code >> 12;
    if ((code & 0xFF00) == 0x4700) {
        t.kind = THUMB_BRANCH_REGISTER;
    } else if ((code & 0xF800) == 0x4800) {
        t = (thumb){.kind = THUMB_LOAD, .result = bit((code >> 8) & 7)};
    } else if (top == 5) {
        t = short_load_store(code, ((code >> 9) & 7) >= 3, (code >> 3) & 7);
        t.address |= bit((code >> 6) & 7);
        t.register_offset = true;
    } else if (top >= 6 && top <= 8) {
        t = short_load_store(code, code & 0x0800, (code >> 3) & 7);
    } else if (top == 9) {
        t = short_load_store(code, code & 0x0800, 13);
        t.result = code & 0x0800 ? bit((code >> 8) & 7) : 0;
    } else if ((code & 0xF600) == 0xB400) {
        t.kind = code & 0x0800 ? THUMB_LOAD_MANY : THUMB_STORE_MANY;
        t.words = (uint8_t)__builtin_popcount(code & 0x01FF);
    } else if (top == 0xC) {
        t.kind = code & 0x0800 ? THUMB_LOAD_MANY : THUMB_STORE_MANY;
        t.words = (uint8_t)__builtin_popcount(code & 0xFF);
    } else if ((code & 0xF500) == 0xB100 || (top == 0xD && (code & 0x0E00) != 0x0E00) ||
               (code & 0xF800) == 0xE000) {
        t.kind = THUMB_BRANCH;
    } else if ((code & 0xFF00) == 0xBF00 && (code & 15)) {
        t.kind = THUMB_IT;
    } else if ((code & 0xFFC0) == 0x4340) {
        t.kind = THUMB_MULTIPLY;
        t.result = bit(code & 7);
    } else if (top <= 1 || (code & 0xFF00) == 0xB200 || (code & 0xFF00) == 0xBA00) {
        t.result = bit(code & 7);
    } else if (top == 2 || top == 3 || top == 0xA) {
        t.result = (code & 0xF800) == 0x2800 ? 0 : bit((code >> 8) & 7);
    } else if ((code & 0xFC00) == 0x4000) {
        const uint32_t operation = (code >> 6) & 15;
        t.result = operation == 8 || operation == 10 || operation == 11 ? 0 : bit(code & 7);
    } else if ((code & 0xFD00) == 0x4400) {
        t.result = bit((code & 7u) | ((code >> 4) & 8u));
    } else if ((code & 0xFF00) == 0xB000) {
        t.result = bit(13);
    }
    return t;
}

static thumb decode_single(uint16_t first, uint16_t second)
{
    const bool load = first & 0x0010;
    const uint32_t base = first & 15;
    thumb t = {.kind = load ? THUMB_LOAD : THUMB_STORE,
               .address = bit(base),
               .result = load ? bit(second >> 12) : 0};
    if (base == 15 || (first & 0x0080))
        return t;
    if (second & 0x0800) {
        const bool index = second & 0x0400, write = second & 0x0100;
        t.write_back = write || !index;
    } else {
        t.register_offset = true;
        t.address |= bit(second & 15);
    }
    return t;
}

/* Registers of a float instruction: the four bits of `field` and the one that completes them. */
static uint32_t float_register(uint32_t field, uint32_t low_bit, bool is_double)
{
    return is_double ? 3u << (2 * (field & 15)) : 1u << ((field << 1 | low_bit) & 31);
}

static thumb decode_float(uint16_t first, uint16_t second)
{
    const bool is_double = second & 0x0100;
    const uint32_t d = float_register(second >> 12, (first >> 6) & 1, is_double);
    const uint32_t n = float_register(first & 15, (second >> 7) & 1, is_double);
    const uint32_t m = float_register(second & 15, (second >> 5) & 1, is_double);
    thumb t = {.kind = THUMB_FLOAT};
    if ((first & 0xFFE0) == 0xEC40) {
        t.kind = THUMB_FLOAT_MOVE;
        t.words = 2;
        t.float_sources = m;
    } else if ((first & 0xFE00) == 0xEC00) {
        const bool single = (first & 0x0120) == 0x0100;
        t.words = single ? (is_double ? 2 : 1) : (uint8_t)(second & 0xFF);
        t.kind = !single ? THUMB_FLOAT_MANY : first & 0x0010 ? THUMB_FLOAT_LOAD : THUMB_FLOAT_STORE;
        t.address = bit(first & 15);
    } else if (second & 0x0010) {
        t.kind = THUMB_FLOAT_MOVE;
        t.words = 1;
        t.float_sources = first & 0x0010 ? n : 0;
    } else {
        const uint32_t operation = (first >> 4) & 0xB;
        t.float_result = d;
        t.float_sources = n | m;
        if (operation == 0 || operation == 1 || operation == 9 || operation == 10) {
            t.kind = THUMB_FLOAT_MULTIPLY_ADD;
            t.float_sources |= d;
        } else if (operation == 8) {
            t.kind = THUMB_FLOAT_DIVIDE;
        } else if (operation == 11) {
            t.float_sources = m;
            if ((first & 15) == 1 && (second & 0x00C0) == 0x00C0)
                t.kind = THUMB_FLOAT_DIVIDE;
            else if ((first & 14) == 4) { /* comparison */
                t.float_sources |= d;
                t.float_result = 0;
            }
        }
    }
    return t;
}

static thumb decode_long(uint16_t first, uint16_t second)
{
    thumb t = {.kind = THUMB_DATA, .result = bit((second >> 8) & 15)};
    if ((first & 0xFE40) == 0xE800) {
        t = (thumb){.kind = first & 0x0010 ? THUMB_LOAD_MANY : THUMB_STORE_MANY,
                    .words = (uint8_t)__builtin_popcount(second)};
    } else if ((first & 0xFFF0) == 0xE8D0 && (second & 0x00E0) == 0) {
        t = (thumb){.kind = THUMB_TABLE_BRANCH};
    } else if ((first & 0xFE40) == 0xE840) {
        t = (thumb){.kind = first & 0x0010 ? THUMB_LOAD_TWO : THUMB_STORE_TWO, .address = bit(first & 15)};
    } else if ((first & 0xFE00) == 0xF800) {
        t = decode_single(first, second);
    } else if ((first & 0xEC00) == 0xEC00 && (second & 0x0E00) == 0x0A00) {
        t = decode_float(first, second);
    } else if ((first & 0xF800) == 0xF000 && (second & 0x8000)) {
        const bool control = (second & 0x5000) == 0 && (first & 0x0380) == 0x0380;
        t = (thumb){.kind = control ? THUMB_DATA : THUMB_BRANCH};
    } else if ((first & 0xFF80) == 0xFB00) {
        t.kind = THUMB_MULTIPLY;
    } else if ((first & 0xFF80) == 0xFB80) {
        const bool divides = (first & 0x0010) && (second & 0x00F0) == 0x00F0;
        t.kind = divides ? THUMB_DIVIDE : THUMB_MULTIPLY;
        t.result |= divides ? 0 : bit(second >> 12);
    }
    return t;
}

thumb thumb_decode(const uint16_t *code, uint32_t size)
{
    thumb t = size == 2 ? decode_short(code[0]) : decode_long(code[0], code[1]);
    t.size = (uint8_t)size;
    return t;
}
