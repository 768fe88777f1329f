/* Runs tests by name and counts them. */
#ifndef RUNNER_H
#define RUNNER_H

#include <stddef.h>

typedef struct test_case {
    const char *name;
    void (*run)(void);
} test_case;

/*
 * Runs the tests, or with arguments those whose names contain one of them; prints one line each and
 * "N passed, N failed". Returns what main() returns.
 */
int test_run(const test_case *cases, size_t count, int argc, char **argv);

#endif
