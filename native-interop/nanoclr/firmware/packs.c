#include "packs.h"

#include <stddef.h>
#include <string.h>

#include "earshot/model.h"
#include "port.h"
#include "status.h"

/* docs/model-pack.md: magic, version, size, checksum. */
enum { HEADER_BYTES = 128, CRC_OFFSET = 16 };

static const uint8_t *memory_of(int32_t place, uint32_t *bytes)
{
    if (place == EARSHOT_PACK_DEPLOYED)
        return earshot_port_deployed(bytes);
    *bytes = earshot_built_in_pack_bytes;
    return earshot_built_in_pack;
}

int32_t earshot_pack_find(int32_t place, const uint8_t **pack, uint32_t *bytes)
{
    if (place != EARSHOT_PACK_BUILT_IN && place != EARSHOT_PACK_DEPLOYED)
        return EARSHOT_ERROR_ARGUMENT;
    uint32_t room = 0;
    const uint8_t *start = memory_of(place, &room);
    if (!start || room < HEADER_BYTES || memcmp(start, "EARSHOT", 8) != 0)
        return EARSHOT_FIRMWARE_NO_MODEL;
    const uint32_t size = earshot_pack_size(start);
    if (size == 0)
        return EARSHOT_ERROR_VERSION;
    if (size > room)
        return EARSHOT_ERROR_SIZE;
    *pack = start;
    *bytes = size;
    return EARSHOT_OK;
}

int32_t earshot_pack_fingerprint(int32_t place)
{
    const uint8_t *pack;
    uint32_t bytes;
    int32_t crc;
    if (earshot_pack_find(place, &pack, &bytes) < 0)
        return 0;
    memcpy(&crc, pack + CRC_OFFSET, sizeof crc);
    return crc;
}
