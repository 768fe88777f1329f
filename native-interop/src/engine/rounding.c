#include "rounding.h"

int earshot_rounds_products(void)
{
    /* The square is 1 + 2^-11 + 2^-24, whose last term a rounded product loses and a fused one keeps. */
    const volatile float factor = 1.0f + 0x1p-12f;
    const volatile float negative = -(1.0f + 0x1p-11f);
    return factor * factor + negative == 0.0f;
}
