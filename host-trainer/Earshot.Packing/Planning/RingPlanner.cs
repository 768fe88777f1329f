using Earshot.Native;
using Earshot.Packing.Network;

namespace Earshot.Packing.Planning;

/// <summary>
/// Finds how many columns each tensor must hold, by running the engine's schedule with column counts only (the
/// procedure of docs/model-pack.md, "The arena plan").
/// </summary>
public static class RingPlanner
{
    /// <summary>The smallest rings for steps of <paramref name="blockColumns"/> feature columns.</summary>
    public static IReadOnlyDictionary<NetworkTensor, int> Columns(TimePlan plan, int blockColumns)
    {
        var network = plan.Network;
        var window = plan.Mode == ModelMode.Window;
        var columns = network.Tensors.ToDictionary(tensor => tensor, _ => 1);
        var seen = network.Tensors.ToDictionary(tensor => tensor, _ => 0);
        var ahead = network.Layers.ToDictionary(
            layer => layer, layer => layer.Inputs.Select((_, index) => layer.Time.PadBegin - layer.Crops[index]).ToArray());
        var readers = network.Tensors.ToDictionary(
            tensor => tensor,
            tensor => network.Layers
                .SelectMany(layer => layer.Inputs.Select((input, index) => (Layer: layer, Index: index, Input: input)))
                .Where(reader => ReferenceEquals(reader.Input, tensor))
                .ToArray());

        void Arrive(NetworkTensor tensor, int count)
        {
            seen[tensor] += count;
            columns[tensor] = Math.Max(columns[tensor], count);
            foreach (var (layer, index, _) in readers[tensor])
            {
                ahead[layer][index] += count;
                columns[tensor] = Math.Max(columns[tensor], Math.Min(ahead[layer][index], seen[tensor]));
            }
        }

        var end = window ? plan.WindowColumns : Repeats(plan, blockColumns);
        for (var fed = 0; fed < end; fed += blockColumns)
        {
            var step = window ? Math.Min(blockColumns, end - fed) : blockColumns;
            Arrive(network.Input, step);
            foreach (var layer in network.Layers)
            {
                var tail = window && fed + step == end ? layer.Time.PadEnd : 0;
                var stride = plan.StrideTime(layer);
                var waiting = ahead[layer];
                var count = waiting.Min(columns => Outputs(columns + tail - layer.Time.Extent, stride));
                for (var index = 0; index < waiting.Length; index++)
                {
                    waiting[index] -= count * stride;
                }

                Arrive(layer.Output, count);
            }
        }

        if (window)
        {
            columns[network.Input] = Math.Max(columns[network.Input], plan.WindowColumns);
        }

        return columns;
    }

    private static int Outputs(int beyond, int stride) => beyond < 0 ? 0 : beyond / stride + 1;

    private static int Repeats(TimePlan plan, int blockColumns)
    {
        var tensors = plan.Network.Tensors;
        return Math.Max(0, tensors.Max(tensor => plan[tensor].Delay)) + blockColumns * (tensors.Max(tensor => plan[tensor].Stride) + 1);
    }
}
