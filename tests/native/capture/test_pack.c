#include "test_pack.h"

#include <stdio.h>
#include <string.h>

#include "port_double.h"
#include "test.h"

_Alignas(16) uint8_t pack[TEST_PACK_ROOM];

uint32_t load_pack(void)
{
    memset(pack, 0xff, sizeof pack);
    FILE *file = fopen(TEST_PACK, "rb");
    const uint32_t size = file ? (uint32_t)fread(pack, 1, sizeof pack, file) : 0;
    if (file)
        fclose(file);
    CHECK(size > 128);
    deployed_pack = pack;
    deployed_bytes = sizeof pack;
    return size;
}
