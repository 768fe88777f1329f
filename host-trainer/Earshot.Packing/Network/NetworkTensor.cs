using Earshot.Onnx;

namespace Earshot.Packing.Network;

/// <summary>An int8 activation, laid out [time][frequency][channel].</summary>
public sealed class NetworkTensor
{
    /// <summary>Creates the tensor.</summary>
    public NetworkTensor(string name, int columns, int frequency, int channels, QuantizationParameters parameters)
    {
        (Name, Columns, Frequency, Channels, Parameters) = (name, columns, frequency, channels, parameters);
    }

    /// <summary>Its name in the ONNX model.</summary>
    public string Name { get; }

    /// <summary>Columns along time when the network runs over one window.</summary>
    public int Columns { get; }

    /// <summary>Size along frequency.</summary>
    public int Frequency { get; }

    /// <summary>Number of channels.</summary>
    public int Channels { get; }

    /// <summary>Scale and zero point.</summary>
    public QuantizationParameters Parameters { get; }

    /// <summary>Bytes of one column.</summary>
    public int ColumnBytes => Frequency * Channels;

    /// <summary>Bytes of a whole window.</summary>
    public int WindowBytes => Columns * ColumnBytes;
}
