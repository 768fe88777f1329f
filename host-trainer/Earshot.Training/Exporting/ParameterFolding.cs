using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Exporting;

/// <summary>Folds batch normalisation into the weights and a bias.</summary>
internal sealed class ParameterFolding
{
    private readonly TrainedWeights _weights;
    private readonly ParameterLayout _layout;
    private readonly Dictionary<string, int> _channels = [];
    private readonly int _channelCount;

    internal ParameterFolding(TrainedWeights weights)
    {
        _weights = weights;
        _layout = new ParameterLayout(weights.Network);
        foreach (var layer in weights.Network.Layers)
        {
            _channels.Add(layer.Name, _channelCount);
            _channelCount += layer.NormalizedChannels;
        }
    }

    /// <summary>The layer's weights in their own shape, and its bias of one element an output channel.</summary>
    internal (float[] Weights, float[] Bias) Fold(Layer layer)
    {
        var weights = _layout.Read(_weights.Vector, layer.Parameters[0]).ToArray();
        var shift = _layout.Read(_weights.Vector, layer.Parameters[^1]).ToArray();
        if (layer.NormalizedChannels == 0)
        {
            return (weights, shift);
        }

        var scale = _layout.Read(_weights.Vector, layer.Parameters[1]);
        var perChannel = weights.Length / shift.Length;
        for (var channel = 0; channel < shift.Length; channel++)
        {
            var index = _channels[layer.Name] + channel;
            var mean = _weights.Statistics[index];
            var variance = _weights.Statistics[_channelCount + index];
            var factor = scale[channel] / MathF.Sqrt(variance + BatchNormalization.Epsilon);
            foreach (ref var weight in weights.AsSpan(channel * perChannel, perChannel))
            {
                weight *= factor;
            }

            shift[channel] -= mean * factor;
        }

        return (weights, shift);
    }
}
