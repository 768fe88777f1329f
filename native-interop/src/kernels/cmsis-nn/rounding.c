#include "marshal.h"

/*
 * The header's macro says how this was compiled, not how the library was. A quarter of 1 is 0 when it is
 * rounded once; the other way first makes it a half, which becomes 1, and then halves that to 1.
 */
int earshot_cmsis_nn_rounds_once(void)
{
    const int8_t weights[4] = {1, 0, 0, 0};
    const int8_t values[4] = {1, 0, 0, 0};
    const int32_t bias[1] = {0};
    int32_t sums[4] = {0};
    int8_t result[1] = {-1};
    const cmsis_nn_dims input = {1, 1, 1, 4}, filter = {4, 1, 1, 1}, output = {1, 1, 1, 1};
    const cmsis_nn_fc_params parameters = {.activation = {-128, 127}};
    const cmsis_nn_per_tensor_quant_params quarter = {1 << 30, -1};
    const cmsis_nn_context context = {sums, sizeof sums};
    if (arm_fully_connected_s8_get_buffer_size(&filter) > (int32_t)sizeof sums)
        return 0;
    if (arm_vector_sum_s8(sums, 4, 1, weights, 0, 0, bias) != ARM_CMSIS_NN_SUCCESS)
        return 0;
    return arm_fully_connected_s8(&context, &parameters, &quarter, &input, values, &filter, weights, &output,
                                  bias, &output, result) == ARM_CMSIS_NN_SUCCESS &&
           result[0] == 0;
}
