#include "timing.h"

#include <stddef.h>

static uint32_t load_cycles(const thumb *before, const thumb *current, bool high)
{
    const bool follows_load = before &&
                              (before->kind == THUMB_LOAD || (before->kind == THUMB_FLOAT_LOAD && !high)) &&
                              !(high && before->write_back);
    const bool depends = before && before->kind == THUMB_LOAD && (before->result & current->address);
    const bool overlaps = follows_load && !depends;
    switch (current->kind) {
    case THUMB_LOAD:
        return overlaps && !(high && current->write_back) ? 1 : 2;
    case THUMB_STORE:
        return current->register_offset && !overlaps ? 2 : 1;
    case THUMB_FLOAT_LOAD:
        return 1u + current->words - (overlaps && !high ? 1 : 0);
    default: /* THUMB_FLOAT_STORE */
        return current->words + (high ? 1u : 0u);
    }
}

static uint32_t cycles_of(const thumb *before, const thumb *current, bool high)
{
    const bool computes = before && (before->kind == THUMB_DATA || before->kind == THUMB_MULTIPLY);
    const uint32_t address_wait = high && computes && (before->result & current->address) ? 1 : 0;
    const bool floats = before && (before->kind == THUMB_FLOAT || before->kind == THUMB_FLOAT_MULTIPLY_ADD);
    const uint32_t float_wait = floats && (before->float_result & current->float_sources) ? 1 : 0;
    switch (current->kind) {
    case THUMB_LOAD:
    case THUMB_STORE:
    case THUMB_FLOAT_LOAD:
    case THUMB_FLOAT_STORE:
        return load_cycles(before, current, high) + address_wait;
    case THUMB_LOAD_TWO:
    case THUMB_STORE_TWO:
        return 3 + address_wait;
    case THUMB_LOAD_MANY:
    case THUMB_STORE_MANY:
    case THUMB_FLOAT_MANY:
        return 1u + current->words;
    case THUMB_FLOAT_MULTIPLY_ADD:
        return 3 + float_wait;
    case THUMB_FLOAT_DIVIDE:
        return 14 + float_wait;
    case THUMB_FLOAT_MOVE:
        return current->words + float_wait;
    case THUMB_FLOAT:
        return 1 + float_wait;
    case THUMB_DIVIDE:
        return 7; /* 2 to 12 */
    case THUMB_TABLE_BRANCH:
        return 2;
    case THUMB_IT:
        return high || !before || before->size == 4 ? 1 : 0;
    default:
        return 1;
    }
}

cycles timing_of(const thumb *before, const thumb *current)
{
    return (cycles){cycles_of(before, current, false), cycles_of(before, current, true)};
}

cycles timing_of_jump(const thumb *branch, const thumb *target, uint64_t address)
{
    const bool direct = branch && branch->kind == THUMB_BRANCH;
    const uint32_t split = target->size == 4 && address % 4 != 0 ? 1 : 0;
    return (cycles){(direct ? 1u : 2u) + split, (direct ? 2u : 3u) + split};
}
