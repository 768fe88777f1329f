#include "../stm32/chip.h"

void earshot_chip_restore_clocks(void)
{
    stm32_clock_init();
}
