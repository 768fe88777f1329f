using Earshot.Native;
using Earshot.Packing.Network;

namespace Earshot.Packing.Planning;

/// <summary>Which layers may write over their input (docs/model-pack.md, "In place").</summary>
public static class Overwriting
{
    /// <summary>The input over which a layer may write, or null.</summary>
    /// <param name="time">The plan along time.</param>
    /// <param name="blockColumns">Feature columns that are worked on at a time.</param>
    /// <param name="layer">One of the network's layers.</param>
    public static NetworkTensor? Input(TimePlan time, int blockColumns, NetworkLayer layer)
    {
        var network = time.Network;
        var whole = time.Mode == ModelMode.Window && blockColumns == time.WindowColumns;
        return !whole || Keeps(network, layer.Output)
            ? null
            : layer.Inputs.FirstOrDefault(input => !Keeps(network, input)
                && layer.Output.ColumnBytes <= input.ColumnBytes
                && ReferenceEquals(network.Layers.Last(reader => reader.Inputs.Contains(input)), layer));
    }

    /// <summary>Layer scratch for the output columns that wait until nothing reads what they cover.</summary>
    public static int WaitingBytes(NetworkLayer layer) => ArenaPlan.Align((layer.Time.PadBegin + 1) * layer.Output.ColumnBytes);

    /// <summary>Tensors whose memory is theirs alone: features come all the time, results are read at any time.</summary>
    internal static bool Keeps(QuantizedNetwork network, NetworkTensor tensor) =>
        ReferenceEquals(tensor, network.Input) || ReferenceEquals(tensor, network.Logits) || ReferenceEquals(tensor, network.Scores);
}
