#include "runner.h"

#include <stdio.h>
#include <string.h>

#include "test.h"

static int failures;

void test_fail(const char *file, int line, const char *what)
{
    if (++failures <= 5)
        printf("  %s:%d: %s\n", file, line, what);
}

int test_failures(void)
{
    return failures;
}

static int is_wanted(const char *name, int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (strstr(name, argv[i]))
            return 1;
    }
    return argc == 1;
}

int test_run(const test_case *cases, size_t count, int argc, char **argv)
{
    int passed = 0;
    int failed = 0;
    for (size_t i = 0; i < count; ++i) {
        if (!is_wanted(cases[i].name, argc, argv))
            continue;
        failures = 0;
        cases[i].run();
        printf("%s  %s\n", failures == 0 ? "ok  " : "FAIL", cases[i].name);
        fflush(stdout);
        if (failures == 0)
            ++passed;
        else
            ++failed;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
