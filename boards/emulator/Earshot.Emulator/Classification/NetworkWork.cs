using System.Buffers.Binary;

namespace Earshot.Emulator.Classification;

/// <summary>Counts a pack's multiply-accumulates; docs/model-pack.md gives the layout.</summary>
internal static class NetworkWork
{
    private const int TensorBytes = 24;
    private const int LayerBytes = 64;
    private const int LastWeightedOperator = 4;

    /// <summary>Multiply-accumulates for one decision.</summary>
    /// <param name="pack">A pack that the C module has accepted.</param>
    public static long PerDecision(ReadOnlySpan<byte> pack)
    {
        var layers = BinaryPrimitives.ReadUInt16LittleEndian(pack[24..]);
        var decisionHop = BinaryPrimitives.ReadUInt16LittleEndian(pack[74..]);
        var tensorsOffset = BinaryPrimitives.ReadInt32LittleEndian(pack[40..]);
        var layersOffset = BinaryPrimitives.ReadInt32LittleEndian(pack[44..]);
        var isStream = BinaryPrimitives.ReadUInt16LittleEndian(pack[20..]) == 0;
        var sum = 0L;
        for (var index = 0; index < layers; index++)
        {
            var layer = pack.Slice(layersOffset + (index * LayerBytes), LayerBytes);
            if (layer[0] is 0 or > LastWeightedOperator)
            {
                continue;
            }

            var output = BinaryPrimitives.ReadUInt16LittleEndian(layer[8..]);
            var tensor = pack.Slice(tensorsOffset + (output * TensorBytes), TensorBytes);
            var frequency = BinaryPrimitives.ReadUInt16LittleEndian(tensor[6..]);
            var stride = BinaryPrimitives.ReadUInt16LittleEndian(tensor[20..]);
            var total = BinaryPrimitives.ReadUInt16LittleEndian(tensor[22..]);
            var columns = isStream ? decisionHop / stride : total;
            // Each weight is used once for each output position.
            sum += (long)BinaryPrimitives.ReadInt32LittleEndian(layer[44..]) * columns * frequency;
        }

        return sum;
    }
}
