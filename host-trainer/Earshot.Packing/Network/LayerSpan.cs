namespace Earshot.Packing.Network;

/// <summary>The kernel of a layer along one axis, time or frequency.</summary>
/// <param name="Kernel">Kernel size, 1 or more.</param>
/// <param name="Stride">Stride, 1 or more.</param>
/// <param name="Dilation">Dilation, 1 or more.</param>
/// <param name="PadBegin">Padding before the first value.</param>
/// <param name="PadEnd">Padding behind the last value.</param>
public readonly record struct LayerSpan(int Kernel, int Stride, int Dilation, int PadBegin, int PadEnd)
{
    /// <summary>A kernel of one: each output reads the input at its own place.</summary>
    public static LayerSpan One { get; } = new(1, 1, 1, 0, 0);

    /// <summary>Inputs that the kernel reaches over.</summary>
    public int Extent => (Kernel - 1) * Dilation + 1;

    /// <summary>Whether the axis is padded.</summary>
    public bool IsPadded => PadBegin > 0 || PadEnd > 0;

    /// <summary>The number of outputs for a number of inputs.</summary>
    public int Output(int input) => (input + PadBegin + PadEnd - Extent) / Stride + 1;

    /// <summary>A kernel that covers a whole axis.</summary>
    public static LayerSpan Whole(int size) => new(size, 1, 1, 0, 0);

    /// <summary>Kernel positions of output <paramref name="output"/> that lie inside an axis of <paramref name="input"/>.</summary>
    public int Inside(int output, int input)
    {
        var inside = 0;
        for (var tap = 0; tap < Kernel; tap++)
        {
            var position = output * Stride - PadBegin + tap * Dilation;
            inside += position >= 0 && position < input ? 1 : 0;
        }

        return inside;
    }
}
