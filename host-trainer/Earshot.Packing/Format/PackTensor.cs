using Earshot.Onnx;
using Earshot.Packing.Planning;

namespace Earshot.Packing.Format;

/// <summary>A tensor record of a pack.</summary>
/// <param name="Offset">Where it lies in the arena.</param>
/// <param name="Columns">Columns that its ring holds.</param>
/// <param name="Frequency">Size along frequency.</param>
/// <param name="Channels">Number of channels.</param>
/// <param name="Parameters">Scale and zero point.</param>
/// <param name="Timing">When its columns come.</param>
public sealed record PackTensor(int Offset, int Columns, int Frequency, int Channels, QuantizationParameters Parameters, TensorTiming Timing)
{
    /// <summary>Bytes of its ring.</summary>
    public int RingBytes => Columns * Frequency * Channels;
}
