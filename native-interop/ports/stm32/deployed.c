#include <stddef.h>

#include "firmware/packs.h"
#include "firmware/port.h"

#if !defined(EARSHOT_PACK_ADDRESS)
/* Of the target's linker file. */
extern uint8_t __deployment_start__;
extern uint8_t __deployment_end__;
#endif

const void *earshot_port_deployed(uint32_t *bytes)
{
    *bytes = EARSHOT_PACK_BYTES;
#if defined(EARSHOT_PACK_ADDRESS)
    return (const void *)EARSHOT_PACK_ADDRESS;
#else
    const uintptr_t start = (uintptr_t)&__deployment_end__ - EARSHOT_PACK_BYTES;
    return start >= (uintptr_t)&__deployment_start__ ? (const void *)start : NULL;
#endif
}
