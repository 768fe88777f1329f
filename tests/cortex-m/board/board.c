#include "board.h"

#define STACK_PATTERN 0xA5A5A5A5u

extern uint32_t board_data_begin[], board_data_end[], board_data_load[], board_bss_begin[], board_bss_end[];
extern uint32_t board_free_begin[], board_stack_bottom[], board_stack_top[];

/* Not cleared at the start: that would be a store to every one of them. */
__attribute__((section(".marks"))) volatile uint32_t board_marks[BOARD_PHASES];

/* Semihosting operations: ARM IHI 0100. */
enum { SYS_WRITE0 = 0x04, SYS_EXIT_EXTENDED = 0x20, APPLICATION_EXIT = 0x20026 };

static int semihosting(int operation, const void *argument)
{
    register int r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;
    __asm__ volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}

void board_print(const char *text)
{
    semihosting(SYS_WRITE0, text);
}

void board_print_number(uint32_t number)
{
    char text[11];
    char *at = text + sizeof text - 1;
    *at = 0;
    do {
        *--at = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    board_print(at);
}

_Noreturn void board_exit(int code)
{
    const uint32_t argument[2] = {APPLICATION_EXIT, (uint32_t)code};
    semihosting(SYS_EXIT_EXTENDED, argument);
    for (;;)
        ;
}

uint8_t *board_free_memory(size_t *bytes)
{
    uint8_t *begin = (uint8_t *)(((uintptr_t)board_free_begin + 15) & ~(uintptr_t)15);
    *bytes = (size_t)((uint8_t *)board_stack_bottom - begin) & ~(size_t)15;
    return begin;
}

__attribute__((noinline)) void board_paint_stack(void)
{
    uint32_t *end = (uint32_t *)__builtin_frame_address(0) - 16;
    for (volatile uint32_t *word = board_stack_bottom; word < end; word++)
        *word = STACK_PATTERN;
}

__attribute__((noinline)) uint32_t board_stack_used(void)
{
    const uint32_t *end = (uint32_t *)__builtin_frame_address(0);
    const volatile uint32_t *word = board_stack_bottom;
    while (word < end && *word == STACK_PATTERN)
        word++;
    return (uint32_t)((const uint8_t *)end - (const uint8_t *)word);
}

static void fault(void)
{
    board_print("fault\n");
    board_exit(99);
}

void reset(void);
void reset(void)
{
#if defined(__ARM_FP)
    *(volatile uint32_t *)0xE000ED88 |= 0xFu << 20; /* CPACR: the float unit on */
    __asm__ volatile("dsb\n\tisb");
#endif
    const uint32_t *from = board_data_load;
    for (uint32_t *to = board_data_begin; to < board_data_end;)
        *to++ = *from++;
    for (uint32_t *to = board_bss_begin; to < board_bss_end;)
        *to++ = 0;
    board_exit(main());
}

typedef void handler(void);

__attribute__((section(".vectors"), used)) static handler *const vectors[16] = {
    (handler *)board_stack_top,
    reset,
    fault,
    fault,
    fault,
    fault,
    fault,
    fault,
    fault,
    fault,
    fault,
    fault,
    fault,
    fault,
    fault,
    fault,
};
