namespace Earshot.Training.Graphs;

/// <summary>Which input column a kernel column takes to which output column, as a matrix of 0 and 1.</summary>
internal static class KernelColumns
{
    /// <summary>
    /// Element [k, (i, o)] is 1 where kernel column k takes input column i to output column o: a product with it puts the weights of a
    /// kernel row where they act, and one with its transpose sums along the diagonals of a correlation of columns.
    /// </summary>
    /// <param name="graph">The graph to add the constant to.</param>
    /// <param name="width">Input columns.</param>
    /// <param name="outputWidth">Output columns.</param>
    /// <param name="kernelWidth">Kernel columns.</param>
    /// <param name="geometry">Stride, padding and dilation.</param>
    /// <returns>[kernel columns, input columns · output columns].</returns>
    internal static Tensor Diagonals(GraphBuilder graph, int width, int outputWidth, int kernelWidth, ConvolutionGeometry geometry)
    {
        var values = new float[kernelWidth * width * outputWidth];
        for (var column = 0; column < kernelWidth; column++)
        {
            for (var output = 0; output < outputWidth; output++)
            {
                var input = (output * geometry.StrideWidth) + (column * geometry.DilationWidth) - geometry.PadLeft;
                if (input >= 0 && input < width)
                {
                    values[(((column * width) + input) * outputWidth) + output] = 1;
                }
            }
        }

        return graph.Constant(values, kernelWidth, width * outputWidth);
    }
}
