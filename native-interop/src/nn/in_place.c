#include "in_place.h"

#include <string.h>

#include "../platform.h"

int earshot_is_in_place(const earshot_model *model, const earshot_pack_layer *layer)
{
    int shared = 0;
    for (uint32_t i = 0; i < earshot_input_count(layer); ++i)
        shared |= model->tensors[layer->input[i]].offset == model->tensors[layer->output].offset;
    return shared;
}

uint32_t earshot_in_place_bytes(const earshot_model *model, const earshot_pack_layer *layer)
{
    if (!earshot_is_in_place(model, layer))
        return 0;
    return (uint32_t)earshot_align((layer->pad_time_begin + 1u) *
                                   earshot_column_bytes(&model->tensors[layer->output]));
}

void earshot_run_in_place(earshot_kernel kernel, const earshot_work *work, uint32_t waiting)
{
    const uint32_t bytes = work->output.column_bytes;
    /* Output column o may go to its place when columns up to o + pad_time_begin are done: the next reads
     * input o + 1. */
    const int32_t late = work->layer->pad_time_begin;
    earshot_work column = *work;
    column.scratch += waiting;
    column.scratch_bytes -= waiting;
    column.output.capacity = column.output.count = 1;
    column.output.head = 0;
    for (int32_t o = 0; o < work->output.count + late; ++o) {
        if (o < work->output.count) {
            column.output.ring = (int8_t *)work->scratch + (uint32_t)(o % (late + 1)) * bytes;
            kernel(&column);
            for (uint32_t i = 0; i < 2; ++i)
                column.first[i] += work->layer->stride_time;
        }
        if (o >= late)
            memcpy(earshot_column(&work->output, o - late),
                   work->scratch + (uint32_t)((o - late) % (late + 1)) * bytes, bytes);
    }
}
