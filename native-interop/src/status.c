#include "earshot/status.h"

const char *earshot_status_text(earshot_status status)
{
    switch (status) {
    case EARSHOT_OK:
        return "no error";
    case EARSHOT_ERROR_ARGUMENT:
        return "an argument is null or out of range";
    case EARSHOT_ERROR_ALIGNMENT:
        return "the memory does not start at a multiple of 16 bytes";
    case EARSHOT_ERROR_MEMORY:
        return "the memory given is smaller than needed";
    case EARSHOT_ERROR_MAGIC:
        return "this is not a model pack";
    case EARSHOT_ERROR_VERSION:
        return "the model pack has a format version that this build does not read";
    case EARSHOT_ERROR_SIZE:
        return "the model pack is cut short or longer than its header says";
    case EARSHOT_ERROR_CRC:
        return "the model pack is damaged: its checksum does not match";
    case EARSHOT_ERROR_OFFSET:
        return "a table of the model pack lies outside it or is misaligned";
    case EARSHOT_ERROR_RESERVED:
        return "a reserved field of the model pack is not zero";
    case EARSHOT_ERROR_FRONT_END:
        return "a front-end setting or table is out of range";
    case EARSHOT_ERROR_LABEL:
        return "a label is not terminated UTF-8 or a class setting is out of range";
    case EARSHOT_ERROR_TENSOR:
        return "a tensor's shape, scale, timing or use is out of range";
    case EARSHOT_ERROR_LAYER:
        return "a layer has an unknown operator or a setting out of range";
    case EARSHOT_ERROR_SHAPE:
        return "the shapes or the timing of a layer's tensors disagree";
    case EARSHOT_ERROR_QUANTISATION:
        return "a layer's multiplier, shift, bias, clamp or scale is out of range";
    case EARSHOT_ERROR_ARENA:
        return "the arena plan has a buffer outside the arena, too small or in the way of another";
    case EARSHOT_ERROR_KERNEL:
        return "a layer asks for a kernel or weight layout that this build does not have";
    case EARSHOT_ERROR_ARITHMETIC:
        return "this build contracts products, or its kernel library rounds twice, and would give other "
               "results";
    default:
        return "unknown status";
    }
}
