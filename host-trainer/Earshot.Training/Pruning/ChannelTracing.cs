using Earshot.Training.Networks;

namespace Earshot.Training.Pruning;

/// <summary>
/// Follows channels through a network. Channels that must stay or go together, because a depthwise convolution keeps them
/// or a sum joins them, have one root.
/// </summary>
internal sealed class ChannelTracing
{
    private readonly List<int> _parents = [];
    private readonly List<Layer?> _makers = [];
    private readonly HashSet<int> _fixed = [];
    private readonly Dictionary<Layer, int[]> _channels = new(ReferenceEqualityComparer.Instance);
    private readonly int[] _input;

    internal ChannelTracing(NetworkDefinition network)
    {
        _input = Create(null, network.Input.Channels);
        Fix(_input);
        foreach (var layer in network.Layers)
        {
            _channels.Add(layer, Trace(layer));
        }

        Fix(_channels[network.Layers[^1]]);
    }

    /// <summary>The root of each of a layer's output channels.</summary>
    internal int[] Outputs(Layer layer) => [.. _channels[layer].Select(Root)];

    /// <summary>The root of each channel that a layer reads.</summary>
    internal int[] Inputs(Layer layer) =>
        [.. (layer.Inputs.Count == 0 ? _input : layer.Inputs.SelectMany(input => _channels[input])).Select(Root)];

    /// <summary>The roots that may be removed, in groups of the layers that make them.</summary>
    internal IReadOnlyList<int[]> Groups()
    {
        var isFixed = _fixed.Select(Root).ToHashSet();
        return [.. Enumerable.Range(0, _parents.Count)
            .Where(channel => Root(channel) == channel && !isFixed.Contains(channel))
            .GroupBy(channel => _makers[channel])
            .Select(group => group.ToArray())];
    }

    /// <summary>Whether a layer convolves each channel by itself.</summary>
    internal static bool IsDepthwise(ConvolutionLayer layer) =>
        layer.Geometry.Groups > 1 && layer.Geometry.Groups == layer.InputChannels && layer.Output.Channels == layer.InputChannels;

    private int[] Trace(Layer layer)
    {
        int[] inputs = [.. layer.Inputs.Count == 0 ? _input : layer.Inputs.SelectMany(input => _channels[input])];
        switch (layer)
        {
            case ConvolutionLayer convolution when IsDepthwise(convolution):
                return inputs;
            case ConvolutionLayer { Geometry.Groups: > 1 } grouped:
                // Other groups would have to keep equal sizes.
                Fix(inputs);
                return Fix(Create(grouped, grouped.Output.Channels));
            case ConvolutionLayer or DenseLayer:
                return Create(layer, layer.Output.Channels);
            case AddLayer:
                var first = _channels[layer.Inputs[0]];
                foreach (var (left, right) in first.Zip(_channels[layer.Inputs[1]]))
                {
                    _parents[Root(right)] = Root(left);
                }

                return first;
            case PoolingLayer or GlobalAverageLayer or ConcatenationLayer:
                return inputs;
            default:
                throw new NotSupportedException($"There is no pruning through {layer.GetType().Name}.");
        }
    }

    private int[] Create(Layer? maker, int count)
    {
        var first = _parents.Count;
        for (var i = 0; i < count; i++)
        {
            _parents.Add(first + i);
            _makers.Add(maker);
        }

        return [.. Enumerable.Range(first, count)];
    }

    private int[] Fix(int[] channels)
    {
        _fixed.UnionWith(channels);
        return channels;
    }

    private int Root(int channel)
    {
        while (_parents[channel] != channel)
        {
            channel = _parents[channel];
        }

        return channel;
    }
}
