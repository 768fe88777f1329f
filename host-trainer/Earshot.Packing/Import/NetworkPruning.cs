using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>Removes layers that neither logits nor scores depend on.</summary>
internal static class NetworkPruning
{
    public static QuantizedNetwork Prune(QuantizedNetwork network)
    {
        HashSet<NetworkTensor> needed = [network.Scores, network.Logits];
        List<NetworkLayer> kept = [];
        foreach (var layer in network.Layers.Reverse())
        {
            if (needed.Contains(layer.Output))
            {
                needed.UnionWith(layer.Inputs);
                kept.Insert(0, layer);
            }
        }

        needed.Add(network.Input);
        return new QuantizedNetwork(
            network.Name, [.. network.Tensors.Where(needed.Contains)], kept, network.Logits, network.Scores, network.Decisions);
    }
}
