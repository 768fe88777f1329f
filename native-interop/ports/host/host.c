#include "host.h"

size_t earshot_host_model_bytes(void)
{
    return sizeof(earshot_model);
}

size_t earshot_host_engine_bytes(void)
{
    return sizeof(earshot_engine);
}
