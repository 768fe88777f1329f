/* Refers to all that an application uses, so that the linker keeps it: what the module costs in flash. */
#include "board.h"
#include "earshot/earshot.h"

#ifdef WITH_EARSHOT
extern const uint8_t pack_begin[];

int main(void)
{
    static earshot_model model;
    static earshot_engine engine;
    static int16_t pcm[256];
    size_t room;
    uint8_t *arena = board_free_memory(&room);
    earshot_model_info info;
    earshot_class description;
    earshot_progress progress;
    const earshot_status opened = earshot_model_open(&model, pack_begin, earshot_pack_size(pack_begin));
    if (opened < 0)
        board_print(earshot_status_text(opened));
    earshot_model_get_info(&model, &info);
    earshot_model_get_class(&model, 0, &description);
    if (earshot_arena_bytes(&model) > room || earshot_init(&engine, &model, arena, room) < 0)
        return earshot_model_fault(&model);
    earshot_push(&engine, pcm, 256, &progress);
    return earshot_scores(&engine)[0] + earshot_logits(&engine)[0] + earshot_level(&engine) +
           (int)earshot_decisions(&engine);
}
#else
int main(void)
{
    size_t room;
    board_print("nothing");
    return board_free_memory(&room)[0];
}
#endif
