#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

void fuzz_require(int condition)
{
    if (!condition)
        abort();
}

void fuzz_describe(const earshot_model *model)
{
    earshot_model_info info;
    earshot_class description;
    earshot_model_get_info(model, &info);
    fuzz_require(strlen(info.name) < model->header->size && strlen(info.details) < model->header->size);
    for (uint32_t i = 0; i < info.classes; ++i) {
        fuzz_require(earshot_model_get_class(model, i, &description) == EARSHOT_OK);
        fuzz_require(strlen(description.label) == description.label_bytes);
    }
    fuzz_require(earshot_model_get_class(model, info.classes, &description) < 0);
    fuzz_require(earshot_arena_bytes(model) % 16 == 0);
}

void test_fail(const char *file, int line, const char *what)
{
    (void)file;
    (void)line;
    (void)what;
    abort();
}
