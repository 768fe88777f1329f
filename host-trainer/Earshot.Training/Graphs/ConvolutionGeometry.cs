namespace Earshot.Training.Graphs;

/// <summary>
/// How a convolution or pooling window moves over an image of shape [batch, channels, height, width]. In Earshot's models
/// height is time and width is frequency.
/// </summary>
public sealed record ConvolutionGeometry
{
    /// <summary>Rows between two windows.</summary>
    public int StrideHeight { get; init; } = 1;

    /// <summary>Columns between two windows.</summary>
    public int StrideWidth { get; init; } = 1;

    /// <summary>Rows of zeros before the first row.</summary>
    public int PadTop { get; init; }

    /// <summary>Columns of zeros before the first column.</summary>
    public int PadLeft { get; init; }

    /// <summary>Rows of zeros after the last row.</summary>
    public int PadBottom { get; init; }

    /// <summary>Columns of zeros after the last column.</summary>
    public int PadRight { get; init; }

    /// <summary>Rows from one kernel row to the next.</summary>
    public int DilationHeight { get; init; } = 1;

    /// <summary>Columns from one kernel column to the next.</summary>
    public int DilationWidth { get; init; } = 1;

    /// <summary>The number of groups that channels are divided into; as many as channels for a depthwise convolution.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Whether windows touch each element once: stride 1, no padding.</summary>
    internal bool IsPlain =>
        (StrideHeight, StrideWidth, PadTop, PadLeft, PadBottom, PadRight) == (1, 1, 0, 0, 0, 0);

    /// <summary>
    /// Zeros on both sides so that a size changes by the stride alone: n becomes ⌈n / stride⌉. A kernel of even size gets one
    /// more behind.
    /// </summary>
    public static ConvolutionGeometry Same(int kernelHeight, int kernelWidth, int strideHeight = 1, int strideWidth = 1) => new()
    {
        StrideHeight = strideHeight,
        StrideWidth = strideWidth,
        PadTop = (kernelHeight - 1) / 2,
        PadLeft = (kernelWidth - 1) / 2,
        PadBottom = kernelHeight / 2,
        PadRight = kernelWidth / 2,
    };

    /// <summary>The output's height for an input's height.</summary>
    /// <exception cref="ArgumentException">The input is smaller than the kernel, or the padding is as large as it.</exception>
    public int OutputHeight(int height, int kernelHeight) =>
        OutputSize(height, kernelHeight, StrideHeight, PadTop, PadBottom, DilationHeight);

    /// <summary>The output's width for an input's width.</summary>
    /// <exception cref="ArgumentException">The input is smaller than the kernel, or the padding is as large as it.</exception>
    public int OutputWidth(int width, int kernelWidth) =>
        OutputSize(width, kernelWidth, StrideWidth, PadLeft, PadRight, DilationWidth);

    private static int OutputSize(int size, int kernel, int stride, int before, int after, int dilation)
    {
        var reach = dilation * (kernel - 1);
        if (before > reach || after > reach)
        {
            throw new ArgumentException(
                $"Padding of {before} and {after} exceeds what a kernel of {kernel} can reach ({reach}).");
        }

        var free = size + before + after - reach - 1;
        return free >= 0
            ? (free / stride) + 1
            : throw new ArgumentException(
                $"A kernel of {kernel} with dilation {dilation} does not fit into {size + before + after}.");
    }
}
