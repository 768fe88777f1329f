/*
 * What the firmware was built for, as a record in its image: `earshot deploy` finds it by its first bytes and
 * compares it with a model before anything is flashed.
 */
#ifndef EARSHOT_FIRMWARE_LIMITS_H
#define EARSHOT_FIRMWARE_LIMITS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define EARSHOT_LIMITS_MAGIC "EARSHOT-LIMITS1"

/* 32 bytes, 4-byte aligned, little-endian. */
typedef struct earshot_firmware_limits {
    char magic[16];         /* EARSHOT_LIMITS_MAGIC and a zero */
    uint32_t arena_bytes;   /* EARSHOT_ARENA_BYTES */
    uint32_t ring_samples;  /* EARSHOT_RING_SAMPLES: a hop of the model has to fit */
    uint32_t block_samples; /* EARSHOT_BLOCK_SAMPLES */
    uint32_t pack_bytes;    /* EARSHOT_PACK_BYTES: room for a deployed pack */
} earshot_firmware_limits;

extern const earshot_firmware_limits earshot_limits;

#ifdef __cplusplus
}
#endif

#endif
