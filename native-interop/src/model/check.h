/*
 * The parts of earshot_model_open(), in the order in which they run: each relies on what the earlier ones
 * have checked. A part that finds a record at fault leaves its index in model->fault.
 */
#ifndef EARSHOT_MODEL_CHECK_H
#define EARSHOT_MODEL_CHECK_H

#include "earshot/model.h"
#include "pack.h"

/* CRC-32 of a whole pack, leaving out the field that holds it. */
uint32_t earshot_pack_crc(const uint8_t *bytes, uint32_t size);

/* 1 when `count` items of `size` bytes at `offset` start at a multiple of 16 behind the header and end inside
 * the pack. */
int earshot_table_fits(const earshot_model *model, uint32_t offset, uint32_t count, uint32_t size);

earshot_status earshot_check_classes(earshot_model *model);
earshot_status earshot_check_front_end(earshot_model *model);
earshot_status earshot_check_tensors(earshot_model *model);
earshot_status earshot_check_layers(earshot_model *model);
earshot_status earshot_check_plan(earshot_model *model);

/* 1 when `bytes` bytes at `text` are UTF-8 without a zero and a zero follows; the caller has checked the
 * range. */
int earshot_is_text(const uint8_t *text, uint32_t bytes);

/* Of one layer: its tables of weights, bias and multipliers. */
earshot_status earshot_check_arithmetic(const earshot_model *model, const earshot_pack_layer *layer);

#endif
