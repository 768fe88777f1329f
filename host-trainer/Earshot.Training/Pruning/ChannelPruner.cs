using Earshot.Training.Exporting;
using Earshot.Training.Networks;

namespace Earshot.Training.Pruning;

/// <summary>
/// Structured pruning: whole channels are removed, so the smaller network is an ordinary one. Each layer loses the same
/// share of its channels.
/// </summary>
public static class ChannelPruner
{
    /// <summary>Kernels compute this many channels at a time, so no layer keeps a part of it, unless it had one.</summary>
    public const int Granularity = 4;

    /// <summary>Removes the channels that matter least.</summary>
    /// <param name="weights">A trained network.</param>
    /// <param name="share">The share of every layer's channels to remove, from 0 to below 1.</param>
    /// <param name="criterion">What tells which.</param>
    /// <returns>The smaller network with the weights that are left; the same one when there is nothing to remove.</returns>
    public static TrainedWeights Prune(TrainedWeights weights, float share, PruneCriterion criterion) =>
        Prune(weights, KeptChannels(weights.Network, share), criterion);

    /// <summary>Removes the last classes, which leaves the logits of the others as they are.</summary>
    /// <param name="weights">A trained network.</param>
    /// <param name="classes">How many to keep.</param>
    internal static TrainedWeights KeepClasses(TrainedWeights weights, int classes)
    {
        var tracing = new ChannelTracing(weights.Network);
        var outputs = tracing.Outputs(weights.Network.Layers[^1]);
        return outputs.Length == classes ? weights : Rebuild(weights, tracing, [.. outputs.Skip(classes)]);
    }

    /// <summary>How many channels each group of a network keeps.</summary>
    internal static IReadOnlyList<int> KeptChannels(NetworkDefinition network, double share) =>
        [.. new ChannelTracing(network).Groups().Select(group =>
            Math.Min(group.Length, Granularity * (int)Math.Ceiling(Math.Round((1 - share) * group.Length, 6) / Granularity)))];

    /// <summary>Removes the channels that matter least until each group has the given number.</summary>
    internal static TrainedWeights Prune(TrainedWeights weights, IReadOnlyList<int> kept, PruneCriterion criterion)
    {
        var tracing = new ChannelTracing(weights.Network);
        var importance = new ChannelImportance(weights, tracing, criterion);
        var removed = new HashSet<int>();
        foreach (var (group, count) in tracing.Groups().Zip(kept))
        {
            removed.UnionWith(group.OrderBy(importance.Of).ThenBy(root => root).Take(group.Length - count));
        }

        return removed.Count == 0 ? weights : Rebuild(weights, tracing, removed);
    }

    private static TrainedWeights Rebuild(TrainedWeights weights, ChannelTracing tracing, HashSet<int> removed)
    {
        var layout = new ParameterLayout(weights.Network);
        var originals = new Queue<Layer>(weights.Network.Layers);
        List<float> vector = [], means = [], variances = [];
        var channelCount = weights.Statistics.Length / 2;
        var channel = 0;
        var network = weights.Network.Map(layer =>
        {
            var original = originals.Dequeue();
            var outputs = Kept(tracing.Outputs(original));
            var inputs = Kept(tracing.Inputs(original));
            foreach (var parameter in original.Parameters)
            {
                vector.AddRange(Cut(layout.Read(weights.Vector, parameter), parameter, original, outputs, inputs, tracing.Inputs(original).Length));
            }

            foreach (var output in outputs.Where(_ => original.NormalizedChannels > 0))
            {
                means.Add(weights.Statistics[channel + output]);
                variances.Add(weights.Statistics[channelCount + channel + output]);
            }

            channel += original.NormalizedChannels;
            return Shrink(layer, outputs.Length, inputs.Length, tracing.Inputs(original).Length);
        });
        return new TrainedWeights(network, [.. vector], [.. means, .. variances]);

        int[] Kept(int[] roots) => [.. Enumerable.Range(0, roots.Length).Where(i => !removed.Contains(roots[i]))];
    }

    private static Layer Shrink(Layer layer, int outputs, int inputs, int inputsBefore)
    {
        var output = layer.Output with { Channels = outputs };
        return layer switch
        {
            ConvolutionLayer convolution when ChannelTracing.IsDepthwise(convolution) => convolution with
            {
                Output = output,
                InputChannels = inputs,
                Geometry = convolution.Geometry with { Groups = inputs },
            },
            ConvolutionLayer convolution => convolution with { Output = output, InputChannels = inputs },
            DenseLayer dense => dense with { Output = output, InputSize = dense.InputSize / inputsBefore * inputs },
            _ => layer with { Output = output },
        };
    }

    /// <summary>The part of a tensor that belongs to some output and input channels.</summary>
    private static IEnumerable<float> Cut(
        ReadOnlySpan<float> values, ParameterShape parameter, Layer layer, int[] outputs, int[] inputs, int inputsBefore)
    {
        var perOutput = parameter.Size / parameter.Shape[0];
        // A dense layer reads each channel of an image as a run of elements; a depthwise kernel reads one channel only.
        var (columns, block) = layer switch
        {
            DenseLayer dense => (inputs, dense.InputSize / inputsBefore),
            ConvolutionLayer { Geometry.Groups: 1 } convolution => (inputs, convolution.KernelHeight * convolution.KernelWidth),
            _ => ([0], perOutput),
        };
        if (parameter.Role is ParameterRole.Scale or ParameterRole.Shift)
        {
            (columns, block) = ([0], 1);
        }

        var result = new List<float>(outputs.Length * columns.Length * block);
        foreach (var output in outputs)
        {
            foreach (var column in columns)
            {
                result.AddRange(values.Slice((output * perOutput) + (column * block), block));
            }
        }

        return result;
    }
}
