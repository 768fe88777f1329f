/*
 * Runs many cases and compares each with what the host computed. Cases that the board has no memory for are
 * counted and named as such.
 */
#include "board.h"
#include "cases.h"

extern const uint8_t pack_begin[];

int main(void)
{
    uint32_t same = 0, different = 0, too_large = 0;
    size_t room;
    uint8_t *arena = board_free_memory(&room);
    const uint8_t *at = pack_begin;
    for (;;) {
        const case_header *header = (const case_header *)(const void *)at;
        if (header->pack_bytes == 0)
            break;
        earshot_model model;
        earshot_engine engine;
        const uint8_t *pack = at + sizeof *header;
        const int8_t *features = (const int8_t *)pack + header->pack_bytes;
        earshot_model_info info;
        if (earshot_model_open(&model, pack, header->pack_bytes) < 0) {
            board_print(header->name);
            board_print(": the pack does not open\n");
            return 1;
        }
        earshot_model_get_info(&model, &info);
        at = (const uint8_t *)features + ((header->columns * info.bands + 15u) & ~15u);
        const earshot_status status = earshot_init(&engine, &model, arena, room);
        if (status == EARSHOT_ERROR_MEMORY) {
            too_large++;
        } else if (status == EARSHOT_OK && case_run(&engine, features, header->columns) == header->expected) {
            same++;
        } else {
            board_print(header->name);
            board_print(": other bits than on the host\n");
            different++;
        }
    }
    board_print_number(same);
    board_print(" same, ");
    board_print_number(different);
    board_print(" different, ");
    board_print_number(too_large);
    board_print(" too large for the board\n");
    return different > 0 || same == 0;
}
