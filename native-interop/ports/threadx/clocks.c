#include "../stm32/chip.h"

/* Of nanoFramework's target. */
void SystemClock_Config(void);

void earshot_chip_restore_clocks(void)
{
    SystemClock_Config();
}
