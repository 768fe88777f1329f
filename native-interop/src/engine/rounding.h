#ifndef EARSHOT_ENGINE_ROUNDING_H
#define EARSHOT_ENGINE_ROUNDING_H

/* 1 when this build rounds every product before it adds, as the bits of the softmax must on all builds. */
int earshot_rounds_products(void);

#endif
