namespace Earshot.Packing.Import;

/// <summary>A constant in integer steps: real = value · scale of its channel. The zero point is subtracted already.</summary>
internal sealed record QuantizedConstant(string Name, int[] Dimensions, long[] Values, float[] Scales)
{
    /// <summary>The axis along which the scales differ.</summary>
    public int Axis { get; init; }

    /// <summary>The scale of an output channel; one scale serves all where there is only one.</summary>
    public float Scale(int channel) => Scales[Scales.Length == 1 ? 0 : channel];
}
