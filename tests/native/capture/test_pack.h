/* The pack that the tests of the firmware open: one of the fuzzers' corpus. */
#ifndef EARSHOT_TEST_PACK_H
#define EARSHOT_TEST_PACK_H

#include <stdint.h>

enum { TEST_PACK_ROOM = 65536 };

/* The deployment region. */
extern uint8_t pack[TEST_PACK_ROOM];

/* Deploys the pack and returns its bytes. It lies at the start of a larger region, with erased flash behind
 * it. */
uint32_t load_pack(void);

#endif
