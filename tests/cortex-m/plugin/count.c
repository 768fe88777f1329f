/*
 * QEMU plugin: counts every executed instruction and estimates its cycles on a Cortex-M4, by phase.
 *
 * Arguments: out=FILE, marks=ADDRESS, phases=COUNT. A store of the guest to marks + 4 × n begins phase n; the
 * store itself still counts to the phase before. Writes one line a phase: number, instructions, cycles low,
 * cycles high.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "qemu_plugin.h"
#include "timing.h"

#define EXPORT __attribute__((visibility("default")))
#define MOST_PHASES 256

EXPORT int qemu_plugin_version = 1;
EXPORT int qemu_plugin_install(qemu_plugin_id_t id, const struct qemu_info *info, int argc, char **argv);

typedef struct site {
    uint64_t address;
    thumb thumb;
} site;

typedef struct phase {
    uint64_t instructions, low, high;
} phase;

static phase phases[MOST_PHASES];
static uint64_t phase_count = 1;
static uint64_t marks;
static const char *output = "phases.txt";

static const site *previous;
static const site
    *current; /* executed, but not yet accounted for: whether it touches memory is not known before */
static uint64_t accesses, unaligned;
static uint64_t phase_now, phase_next;

static bool is_conditional_access(const thumb *t)
{
    return t->kind == THUMB_LOAD || t->kind == THUMB_STORE;
}

static void account(void)
{
    phase *to = &phases[phase_now];
    phase_now = phase_next;
    if (!current)
        return;
    const bool follows = previous && previous->address + previous->thumb.size == current->address;
    cycles cost = {1, 1};
    if (accesses > 0 || !is_conditional_access(&current->thumb)) /* else its condition failed */
        cost = timing_of(follows ? &previous->thumb : NULL, &current->thumb);
    to->instructions++;
    to->low += cost.low + unaligned;
    to->high += cost.high + unaligned;
    if (previous && !follows) {
        const cycles jump = timing_of_jump(&previous->thumb, &current->thumb, current->address);
        to->low += jump.low;
        to->high += jump.high;
    }
    accesses = 0;
    unaligned = 0;
    previous = current;
}

static void on_instruction(unsigned cpu, void *data)
{
    (void)cpu;
    account();
    current = data;
}

static void on_access(unsigned cpu, qemu_plugin_meminfo_t info, uint64_t address, void *data)
{
    (void)cpu;
    (void)data;
    const uint64_t size = 1u << qemu_plugin_mem_size_shift(info);
    accesses++;
    if (address & ((size < 4 ? size : 4) - 1))
        unaligned = 1;
    if (qemu_plugin_mem_is_store(info) && address - marks < 4 * phase_count)
        phase_next = (address - marks) / 4;
}

static void on_translation(qemu_plugin_id_t id, struct qemu_plugin_tb *tb)
{
    (void)id;
    const size_t count = qemu_plugin_tb_n_insns(tb);
    for (size_t i = 0; i < count; i++) {
        struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(tb, i);
        /* QEMU's own size is wrong for the last instruction in front of a page that a block runs over. */
        uint16_t code[2] = {0, 0};
        memcpy(code, qemu_plugin_insn_data(insn), sizeof code[0]);
        const uint32_t size = code[0] >> 11 >= 0x1D ? 4 : 2;
        memcpy(code, qemu_plugin_insn_data(insn), size);
        site *here = malloc(sizeof *here); /* lives as long as the translation may run: to the end */
        if (!here)
            abort();
        here->address = qemu_plugin_insn_vaddr(insn);
        here->thumb = thumb_decode(code, size);
        qemu_plugin_register_vcpu_insn_exec_cb(insn, on_instruction, QEMU_PLUGIN_CB_NO_REGS, here);
        qemu_plugin_register_vcpu_mem_cb(insn, on_access, QEMU_PLUGIN_CB_NO_REGS, QEMU_PLUGIN_MEM_RW, here);
    }
}

static void write_phases(qemu_plugin_id_t id, void *data)
{
    (void)id;
    (void)data;
    account();
    FILE *file = fopen(output, "w");
    if (!file) {
        perror(output);
        return;
    }
    for (uint64_t i = 0; i < phase_count; i++)
        fprintf(file, "%llu %llu %llu %llu\n", (unsigned long long)i,
                (unsigned long long)phases[i].instructions, (unsigned long long)phases[i].low,
                (unsigned long long)phases[i].high);
    fclose(file);
}

int qemu_plugin_install(qemu_plugin_id_t id, const struct qemu_info *info, int argc, char **argv)
{
    (void)info;
    for (int i = 0; i < argc; i++) {
        if (strncmp(argv[i], "out=", 4) == 0)
            output = strdup(argv[i] + 4);
        else if (strncmp(argv[i], "marks=", 6) == 0)
            marks = strtoull(argv[i] + 6, NULL, 0);
        else if (strncmp(argv[i], "phases=", 7) == 0)
            phase_count = strtoull(argv[i] + 7, NULL, 0);
    }
    if (phase_count < 1 || phase_count > MOST_PHASES || marks == 0) {
        fprintf(stderr, "count: give marks=ADDRESS and phases=1 to %d\n", MOST_PHASES);
        return -1;
    }
    qemu_plugin_register_vcpu_tb_trans_cb(id, on_translation);
    qemu_plugin_register_atexit_cb(id, write_phases, NULL);
    return 0;
}
