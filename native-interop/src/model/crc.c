#include "check.h"

/* CRC-32 of IEEE 802.3, four bits at a time: 64 bytes of table instead of 1024. */
static uint32_t update(uint32_t crc, const uint8_t *bytes, uint32_t size)
{
    static const uint32_t table[16] = {
        0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
        0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
    };
    for (uint32_t i = 0; i < size; ++i) {
        crc ^= bytes[i];
        crc = (crc >> 4) ^ table[crc & 15];
        crc = (crc >> 4) ^ table[crc & 15];
    }
    return crc;
}

uint32_t earshot_pack_crc(const uint8_t *bytes, uint32_t size)
{
    const uint32_t field = 16;
    uint32_t crc = update(0xFFFFFFFFu, bytes, field);
    crc = update(crc, bytes + field + 4, size - field - 4);
    return crc ^ 0xFFFFFFFFu;
}
