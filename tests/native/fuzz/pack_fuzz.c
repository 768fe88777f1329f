/* The pack reader on any bytes: it refuses them or gives a model whose descriptions can be read. */
#include <string.h>

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    earshot_model model;
    uint8_t *bytes = aligned_memory(size + 16);
    uint8_t *pack = aligned_memory(size);
    if (size > 0) {
        memcpy(pack, data, size);
        memcpy(bytes + 4, data, size);
    }
    if (size >= 16)
        fuzz_require(earshot_pack_size(pack) == 0 || memcmp(pack, "EARSHOT", 8) == 0);
    fuzz_require(earshot_model_open(&model, bytes + 4, size) == EARSHOT_ERROR_ALIGNMENT);
    const earshot_status status = earshot_model_open(&model, pack, size);
    fuzz_require(status <= 0 && earshot_status_text(status) != NULL);
    if (status == EARSHOT_OK)
        fuzz_describe(&model);
    else
        (void)earshot_model_fault(&model);
    free_aligned(pack);
    free_aligned(bytes);
    return 0;
}
