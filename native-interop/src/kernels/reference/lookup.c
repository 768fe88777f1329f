#include "reference.h"

void earshot_reference_lookup(const earshot_work *work)
{
    const int8_t *table = earshot_weights(work) + 128;
    for (int32_t o = 0; o < work->output.count; ++o) {
        const int8_t *input = earshot_column(&work->input[0], work->first[0] + o);
        int8_t *output = earshot_column(&work->output, o);
        for (uint32_t i = 0; i < work->output.column_bytes; ++i)
            output[i] = table[input[i]];
    }
}
