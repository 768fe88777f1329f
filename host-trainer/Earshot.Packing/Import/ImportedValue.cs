using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>
/// An activation of the ONNX model: a deployed tensor, how its axes are seen, columns cut off its begin, and zeros put
/// around it by a Pad, which only a convolution can take in.
/// </summary>
internal sealed record ImportedValue(NetworkTensor Tensor, AxisLayout Layout, int Crop = 0)
{
    public (int Begin, int End) TimePad { get; init; }

    public (int Begin, int End) FrequencyPad { get; init; }

    public bool IsPadded => TimePad != default || FrequencyPad != default;
}
