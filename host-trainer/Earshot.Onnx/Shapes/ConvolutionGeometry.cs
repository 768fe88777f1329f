using Earshot.Onnx.Proto;

namespace Earshot.Onnx.Shapes;

/// <summary>
/// Where a convolution or pooling window lies along one or two spatial axes: kernel, stride, dilation and the zeros put
/// before and after each axis. The order of the axes is that of the ONNX tensor.
/// </summary>
public sealed class ConvolutionGeometry
{
    private ConvolutionGeometry(int[] kernel, int[] strides, int[] dilations, int[] before, int[] after, int[] output)
    {
        (Kernel, Strides, Dilations, Before, After, Output) = (kernel, strides, dilations, before, after, output);
    }

    /// <summary>Kernel size of each axis.</summary>
    public IReadOnlyList<int> Kernel { get; }

    /// <summary>Stride of each axis.</summary>
    public IReadOnlyList<int> Strides { get; }

    /// <summary>Dilation of each axis.</summary>
    public IReadOnlyList<int> Dilations { get; }

    /// <summary>Padding before each axis.</summary>
    public IReadOnlyList<int> Before { get; }

    /// <summary>Padding after each axis.</summary>
    public IReadOnlyList<int> After { get; }

    /// <summary>Output size of each axis.</summary>
    public IReadOnlyList<int> Output { get; }

    /// <summary>Reads the geometry of a Conv, MaxPool or AveragePool node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="input">The spatial sizes of its input.</param>
    /// <param name="weightKernel">The kernel of the weights, for a Conv without a kernel_shape attribute.</param>
    /// <exception cref="InvalidDataException">The attributes disagree with the input.</exception>
    public static ConvolutionGeometry Read(NodeProto node, ReadOnlySpan<int> input, int[]? weightKernel)
    {
        var rank = input.Length;
        var kernel = Sized(node.IntegersAttribute("kernel_shape") ?? weightKernel, rank, "kernel_shape")
            ?? throw new InvalidDataException("attribute kernel_shape is missing.");
        var strides = Sized(node.IntegersAttribute("strides"), rank, "strides") ?? Enumerable.Repeat(1, rank).ToArray();
        var dilations = Sized(node.IntegersAttribute("dilations"), rank, "dilations") ?? Enumerable.Repeat(1, rank).ToArray();
        var pads = Sized(node.IntegersAttribute("pads"), 2 * rank, "pads") ?? new int[2 * rank];
        if (kernel.Concat(strides).Concat(dilations).Any(value => value < 1) || pads.Any(value => value < 0))
        {
            throw new InvalidDataException("kernel_shape, strides and dilations must be positive and pads not negative.");
        }

        var automatic = node.TextAttribute("auto_pad", "NOTSET");
        var ceiling = node.IntegerAttribute("ceil_mode", 0) != 0;
        int[] before = pads[..rank], after = pads[rank..], output = new int[rank];
        for (var axis = 0; axis < rank; axis++)
        {
            var extent = (kernel[axis] - 1) * dilations[axis] + 1;
            if (automatic is "SAME_UPPER" or "SAME_LOWER")
            {
                output[axis] = (input[axis] + strides[axis] - 1) / strides[axis];
                var total = Math.Max((output[axis] - 1) * strides[axis] + extent - input[axis], 0);
                before[axis] = automatic == "SAME_UPPER" ? total / 2 : total - total / 2;
                after[axis] = total - before[axis];
                continue;
            }

            if (automatic == "VALID")
            {
                before[axis] = after[axis] = 0;
            }

            var room = input[axis] + before[axis] + after[axis] - extent;
            if (room < 0)
            {
                throw new InvalidDataException($"its kernel covers {extent} where axis {axis} has {input[axis]} and padding.");
            }

            output[axis] = room / strides[axis] + 1;
            if (ceiling && room % strides[axis] != 0 && output[axis] * strides[axis] < input[axis] + before[axis])
            {
                after[axis] += strides[axis] - room % strides[axis];
                output[axis]++;
            }
        }

        return new ConvolutionGeometry(kernel, strides, dilations, before, after, output);
    }

    private static int[]? Sized(int[]? values, int count, string attribute) => values is null || values.Length == count
        ? values
        : throw new InvalidDataException($"attribute {attribute} has {values.Length} values instead of {count}.");
}
