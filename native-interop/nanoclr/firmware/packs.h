/* Where model packs lie: compiled into the firmware, or in the deployment region. */
#ifndef EARSHOT_FIRMWARE_PACKS_H
#define EARSHOT_FIRMWARE_PACKS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Room for a deployed pack. Set when the firmware is built. */
#ifndef EARSHOT_PACK_BYTES
#define EARSHOT_PACK_BYTES 131072
#endif

enum { EARSHOT_PACK_BUILT_IN = 0, EARSHOT_PACK_DEPLOYED = 1 };

/* Written by the build from EARSHOT_PACK; 0 bytes when that is not set. */
extern const uint8_t earshot_built_in_pack[];
extern const uint32_t earshot_built_in_pack_bytes;

/*
 * Points `*pack` at the pack of a place and sets its size, of which nothing but the first bytes is checked.
 * Returns 0, EARSHOT_ERROR_ARGUMENT for another place, EARSHOT_FIRMWARE_NO_MODEL, EARSHOT_ERROR_VERSION, or
 * EARSHOT_ERROR_SIZE when the pack claims to be larger than the memory for it.
 */
int32_t earshot_pack_find(int32_t place, const uint8_t **pack, uint32_t *bytes);

/* The CRC-32 in the header of the pack at a place, or 0. */
int32_t earshot_pack_fingerprint(int32_t place);

#ifdef __cplusplus
}
#endif

#endif
