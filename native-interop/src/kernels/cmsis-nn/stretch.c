#include <string.h>

#include "marshal.h"

/* Does the last output frequency, or the first, look beyond the column? */
static int pads_frequency(const earshot_work *work)
{
    const earshot_pack_layer *layer = work->layer;
    const int32_t reach = (work->out->frequency - 1) * layer->stride_frequency +
                          (int32_t)earshot_span_frequency(layer) - layer->pad_frequency_begin;
    return layer->pad_frequency_begin > 0 || reach > work->in[0]->frequency;
}

/* Columns begin .. begin + count - 1 of the input, where they lie or, when they wrap, copied. */
static const int8_t *in_one_piece(const earshot_work *work, int32_t begin, int32_t count, earshot_room *room)
{
    const earshot_columns *columns = &work->input[0];
    int32_t place = columns->head + begin;
    if (place >= columns->capacity)
        place -= columns->capacity;
    const uint32_t bytes = columns->column_bytes;
    const int8_t *first = columns->ring + (uint32_t)place * bytes;
    const int32_t before_wrap = columns->capacity - place;
    if (count <= before_wrap)
        return first;
    int8_t *copy = earshot_take(room, (uint32_t)count * bytes);
    if (!copy)
        return NULL;
    memcpy(copy, first, (uint32_t)before_wrap * bytes);
    memcpy(copy + (uint32_t)before_wrap * bytes, columns->ring, (uint32_t)(count - before_wrap) * bytes);
    return copy;
}

int earshot_next_stretch(const earshot_work *work, int32_t begin, earshot_room *room,
                         earshot_stretch *stretch)
{
    const earshot_pack_layer *layer = work->layer;
    int32_t place = work->output.head + begin;
    if (place >= work->output.capacity)
        place -= work->output.capacity;
    const int32_t left = work->output.count - begin;
    const int32_t before_wrap = work->output.capacity - place;
    stretch->output_columns = left < before_wrap ? left : before_wrap;
    stretch->output = earshot_column(&work->output, begin);

    const int32_t first = work->first[0] + begin * layer->stride_time;
    const int32_t end =
        first + (stretch->output_columns - 1) * layer->stride_time + (int32_t)earshot_span_time(layer);
    const int32_t input_begin = first > 0 ? first : 0;
    const int32_t input_end = end < work->input[0].count ? end : work->input[0].count;
    if (input_end <= input_begin)
        return 0;
    stretch->padding = input_begin - first;
    stretch->input_columns = input_end - input_begin;
    stretch->is_padded = stretch->padding > 0 || input_end < end || pads_frequency(work);
    stretch->input = in_one_piece(work, input_begin, stretch->input_columns, room);
    return stretch->input != NULL;
}

int earshot_each_stretch(const earshot_work *work,
                         int (*compute)(const earshot_work *, const earshot_stretch *, earshot_room))
{
    for (int32_t o = 0; o < work->output.count;) {
        earshot_room room = earshot_all_room(work);
        earshot_stretch stretch;
        if (!earshot_next_stretch(work, o, &room, &stretch) || !compute(work, &stretch, room))
            return 0;
        o += stretch.output_columns;
    }
    return 1;
}
