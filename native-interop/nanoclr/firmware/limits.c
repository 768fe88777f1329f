#include "limits.h"

#include "classifier.h"
#include "microphone.h"
#include "packs.h"

const earshot_firmware_limits earshot_limits = {
    EARSHOT_LIMITS_MAGIC,  EARSHOT_ARENA_BYTES, EARSHOT_RING_SAMPLES,
    EARSHOT_BLOCK_SAMPLES, EARSHOT_PACK_BYTES,
};
