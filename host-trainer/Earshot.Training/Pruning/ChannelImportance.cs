using Earshot.Training.Exporting;
using Earshot.Training.Networks;

namespace Earshot.Training.Pruning;

/// <summary>How much each channel matters: the sum over the layers that make or keep it, each relative to its mean channel.</summary>
internal sealed class ChannelImportance
{
    private readonly Dictionary<int, double> _importance = [];

    internal ChannelImportance(TrainedWeights weights, ChannelTracing tracing, PruneCriterion criterion)
    {
        var folding = new ParameterFolding(weights);
        var layout = new ParameterLayout(weights.Network);
        foreach (var layer in weights.Network.Layers.Where(layer => layer.Parameters.Count > 0))
        {
            var magnitudes = criterion == PruneCriterion.NormalizationScale && layer.NormalizedChannels > 0
                ? [.. layout.Read(weights.Vector, layer.Parameters[1]).ToArray().Select(scale => (double)Math.Abs(scale))]
                : Norms(folding.Fold(layer).Weights, layer.Output.Channels);
            var mean = Math.Max(magnitudes.Average(), 1e-30);
            foreach (var (root, magnitude) in tracing.Outputs(layer).Zip(magnitudes))
            {
                _importance[root] = Of(root) + (magnitude / mean);
            }
        }
    }

    internal double Of(int root) => _importance.GetValueOrDefault(root);

    private static double[] Norms(float[] weights, int channels)
    {
        var size = weights.Length / channels;
        return [.. Enumerable.Range(0, channels).Select(i => weights.Skip(i * size).Take(size).Sum(weight => (double)Math.Abs(weight)))];
    }
}
