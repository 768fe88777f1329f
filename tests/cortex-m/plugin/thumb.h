/*
 * What an instruction is, as far as the Cortex-M4's timing depends on it.
 */
#ifndef CORTEX_M_THUMB_H
#define CORTEX_M_THUMB_H

#include <stdbool.h>
#include <stdint.h>

typedef enum thumb_kind {
    THUMB_DATA,
    THUMB_MULTIPLY,
    THUMB_DIVIDE,
    THUMB_LOAD,
    THUMB_STORE,
    THUMB_LOAD_TWO,
    THUMB_STORE_TWO,
    THUMB_LOAD_MANY,
    THUMB_STORE_MANY,
    THUMB_BRANCH,
    THUMB_BRANCH_REGISTER,
    THUMB_TABLE_BRANCH,
    THUMB_IT,
    THUMB_FLOAT,
    THUMB_FLOAT_MULTIPLY_ADD,
    THUMB_FLOAT_DIVIDE,
    THUMB_FLOAT_MOVE,
    THUMB_FLOAT_LOAD,
    THUMB_FLOAT_STORE,
    THUMB_FLOAT_MANY
} thumb_kind;

typedef struct thumb {
    thumb_kind kind;
    uint8_t size;  /* bytes */
    uint8_t words; /* that a load, store or move of many transfers */
    bool write_back;
    bool register_offset;
    uint16_t address; /* core registers that form the address, one bit each */
    uint16_t result;  /* core registers written, as far as the next instruction's address may need them */
    uint32_t float_sources; /* single-precision registers read */
    uint32_t float_result;  /* and written */
} thumb;

/* `code` is one or two halfwords. */
thumb thumb_decode(const uint16_t *code, uint32_t size);

#endif
