/*
 * Runs one case under the counter. Phases: 1 a loop of known length, 2 everything between layers of a
 * network, 3 + n layer n. Prints what only the board knows.
 */
#include "board.h"
#include "cases.h"
#include "model/pack.h"
#include "nn/kernels.h"

#define LOOP_TURNS 100000u

extern const uint8_t pack_begin[];

static const earshot_model *measured;

/* The linker leads the engine's calls here: they come just before each layer is computed. */
earshot_kernel __real_earshot_find_kernel(const earshot_pack_layer *layer);
earshot_kernel __wrap_earshot_find_kernel(const earshot_pack_layer *layer);
earshot_kernel __wrap_earshot_find_kernel(const earshot_pack_layer *layer)
{
    if (measured)
        board_begin_phase(3 + (uint32_t)(layer - measured->layers));
    return __real_earshot_find_kernel(layer);
}

static void report(const char *name, uint32_t value)
{
    board_print(name);
    board_print(" ");
    board_print_number(value);
    board_print("\n");
}

/* Two instructions a turn, and the store that ends the phase. */
static void run_known_loop(void)
{
    uint32_t turns = LOOP_TURNS;
    __asm__ volatile(".syntax unified\n"
                     "   str %0, [%1]\n"
                     "1: subs %0, %0, #1\n"
                     "   bne 1b\n"
                     "   str %0, [%2]\n"
                     : "+l"(turns)
                     : "l"(&board_marks[1]), "l"(&board_marks[0])
                     : "cc", "memory");
}

int main(void)
{
    const case_header *header = (const case_header *)(const void *)pack_begin;
    const uint8_t *pack = pack_begin + sizeof *header;
    const int8_t *features = (const int8_t *)pack + header->pack_bytes;
    size_t room;
    uint8_t *arena = board_free_memory(&room);
    static earshot_model model;
    static earshot_engine engine;
    run_known_loop();
    if (earshot_model_open(&model, pack, header->pack_bytes) < 0)
        return 1;
    const earshot_status status = earshot_init(&engine, &model, arena, room);
    if (status < 0) {
        report(status == EARSHOT_ERROR_MEMORY ? "too-large" : "refused",
               status == EARSHOT_ERROR_MEMORY ? 1 : (uint32_t)-status);
        return 0;
    }
    board_paint_stack();
    measured = &model;
    board_begin_phase(2);
    earshot_push_features(&engine, features, header->columns, NULL);
    board_begin_phase(0);
    measured = NULL;
    report("stack", board_stack_used());
    report("decisions", earshot_decisions(&engine));
    earshot_reset(&engine);
    report("same", case_run(&engine, features, header->columns) == header->expected);
    report("turns", LOOP_TURNS);
    report("arena", (uint32_t)earshot_arena_bytes(&model));
    report("plan", model.header->arena_bytes);
    report("scratch", model.header->layer_scratch_bytes);
    report("macs", header->macs);
    report("columns", header->columns);
    report("window", model.header->window_columns);
    report("layers", model.header->layer_count);
    return 0;
}
