/* What the fuzzers share. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "builder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the process, as a sanitizer would, when `condition` is 0. */
void fuzz_require(int condition);

/* Reads all that an opened model says of itself. */
void fuzz_describe(const earshot_model *model);

#endif
