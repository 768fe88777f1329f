using Earshot.Onnx;
using Earshot.TestSupport;
using Earshot.Training.Exporting;
using Earshot.Training.Graphs;
using Earshot.Training.Models;
using Earshot.Training.Networks;
using Earshot.Training.Pruning;
using Earshot.Training.Randomness;
using Earshot.Training.Running;
using Earshot.Training.Tests.Running;
using Microsoft.ML.OnnxRuntime;
using Xunit;

namespace Earshot.Training.Tests.Pruning;

public sealed class ChannelPrunerTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    /// <summary>
    /// A quarter of the channels of each layer is silenced: their normalisation gives 0. Whichever way they go on, through
    /// depthwise layers, sums, concatenations, pooling and dense layers, the network without them must compute the same.
    /// </summary>
    [Theory]
    [InlineData(PruneCriterion.NormalizationScale)]
    [InlineData(PruneCriterion.WeightNorm)]
    public void RemovingDeadChannelsChangesNothing(PruneCriterion criterion)
    {
        var network = EveryLayer();
        var weights = Silence(Random(network, 5), channel => channel % 4 == 1);

        var pruned = ChannelPruner.Prune(weights, 0.25f, criterion);

        Assert.Equal([12, 12, 12, 12, 24, 24, 24, 12, 24, 36, 3], pruned.Network.Layers.Select(layer => layer.Output.Channels));
        var expected = Logits(weights);
        var actual = Logits(pruned);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        Assert.True(expected.Max() - expected.Min() > 0.1f);
        // Removing channels that do matter does change something.
        Assert.NotEqual(expected, Logits(ChannelPruner.Prune(weights, 0.5f, criterion)));
    }

    /// <summary>Whatever a network ends with, the logits that stay are what they were.</summary>
    [Theory]
    [InlineData("earshot-s")]
    [InlineData("earshot-l")]
    [InlineData("ld-cnn")]
    [InlineData("d-cnn")]
    [InlineData("stride-effnet")]
    public void ForgettingClassesLeavesTheOthersAsTheyAre(string model)
    {
        var weights = Random(ModelZoo.Build(model, 62, 40, 5), 8);

        var kept = ChannelPruner.KeepClasses(weights, 3);

        Assert.Equal(3, kept.Network.Classes);
        var expected = Logits(weights).Chunk(5).SelectMany(window => window[..3]);
        Assert.All(expected.Zip(Logits(kept)), pair => Assert.Equal(pair.First, pair.Second, 1e-3f * Math.Max(1, Math.Abs(pair.First))));
        Assert.Same(kept, ChannelPruner.KeepClasses(kept, 3));
    }

    [Fact]
    public void RemovingNothingGivesTheSameNetwork()
    {
        var weights = Random(EveryLayer(), 6);
        Assert.Same(weights, ChannelPruner.Prune(weights, 0, PruneCriterion.WeightNorm));
        // Less than four channels of sixteen.
        Assert.Same(weights, ChannelPruner.Prune(weights, 0.05f, PruneCriterion.WeightNorm));
    }

    [Fact]
    public void EveryModelStaysConsistent()
    {
        foreach (var name in ModelZoo.Names)
        {
            var weights = Random(ModelZoo.Build(name, 62, 40, 10), 7);
            var pruned = ChannelPruner.Prune(weights, 0.5f, PruneCriterion.WeightNorm);
            Assert.True(pruned.Network.MultiplyAccumulates < weights.Network.MultiplyAccumulates, name);
            Assert.Equal(new ParameterLayout(pruned.Network).Size, pruned.Vector.Length);
            Assert.Equal(weights.Network.Classes, pruned.Network.Classes);
            Assert.All(Logits(pruned), logit => Assert.True(float.IsFinite(logit)));
        }
    }

    [Fact]
    public void APrunedRunIsSmallerLearnsAndGoesOnBitForBit()
    {
        var set = SyntheticFeatures.Create();
        var options = new TrainingOptions
        {
            WindowFrames = 31,
            Epochs = 3,
            PruneShare = 0.5f,
            PruneSteps = 2,
            PruneEpochs = 2,
            WindowsPerEpoch = 96,
            BatchSize = 16,
            AverageDecay = 0.9f,
            Threads = 1,
        };
        var whole = Trainer.Run(options with { PruneShare = 0 }, set);
        var pruned = Trainer.Run(options, set);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], pruned.History.Select(epoch => epoch.Epoch));
        Assert.Equal(7, pruned.ChosenEpoch);
        Assert.Equal(whole.History, pruned.History.Take(3));
        Assert.True(pruned.Model.Weights.Network.WeightBytes < whole.Model.Weights.Network.WeightBytes * 0.4);
        Assert.True(pruned.History[^1].Loss < pruned.History[0].Loss);

        using var cancellation = new CancellationTokenSource();
        Directory.CreateDirectory(_temporary.FullPath);
        Assert.Throws<OperationCanceledException>(
            () => Trainer.Run(options, set, _temporary.FullPath, new StopAfter(6, cancellation), cancellationToken: cancellation.Token));
        var resumed = Trainer.Run(options, set, _temporary.FullPath);
        Assert.Equal(pruned.History, resumed.History);
        Assert.Equal(OnnxFile.ToBytes(pruned.Model.Model), OnnxFile.ToBytes(resumed.Model.Model));
    }

    /// <summary>One layer of every kind, with 16 channels where nothing fixes them.</summary>
    private static NetworkDefinition EveryLayer()
    {
        var builder = new NetworkBuilder(10, 9);
        var first = builder.Convolution(16, 3, 3, new ConvolutionGeometry { StrideWidth = 2, PadLeft = 1 });
        var depthwise = builder.Depthwise(3, 3, new ConvolutionGeometry { PadTop = 1, PadLeft = 1, PadBottom = 1, PadRight = 1 });
        var sum = builder.Add(first, depthwise, Activation.Relu);
        var pointwise = builder.Pointwise(16, sum, Activation.Relu6);
        builder.Concatenate(sum, pointwise);
        builder.MaximumPool(2, 2, new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 1 });
        var pooled = builder.AveragePool(2, 2, new ConvolutionGeometry { PadTop = 1 });
        var dense = builder.Dense(16, Activation.Relu, from: pooled);
        var average = builder.GlobalAverage(pooled);
        builder.Concatenate(dense, average);
        builder.Dense(3);
        return builder.Build("every-layer");
    }

    private static TrainedWeights Random(NetworkDefinition network, ulong seed)
    {
        var random = new RandomSource(seed);
        var vector = new ParameterLayout(network).Initialize(random).Select(weight => weight + (0.1f * random.NextNormal())).ToArray();
        var channels = network.Layers.Sum(layer => layer.NormalizedChannels);
        float[] statistics = [.. Enumerable.Range(0, 2 * channels).Select(i => i < channels ? random.NextNormal() : random.NextFloat(0.5f, 2))];
        return new TrainedWeights(network, vector, statistics);
    }

    private static TrainedWeights Silence(TrainedWeights weights, Func<int, bool> isDead)
    {
        var layout = new ParameterLayout(weights.Network);
        var vector = weights.Vector.ToArray();
        foreach (var layer in weights.Network.Layers.SkipLast(1))
        {
            foreach (var parameter in layer.Parameters)
            {
                var size = parameter.Size / parameter.Shape[0];
                for (var channel = 0; channel < parameter.Shape[0]; channel++)
                {
                    if (isDead(channel))
                    {
                        vector.AsSpan(layout.Offset(parameter) + (channel * size), size).Clear();
                    }
                }
            }
        }

        return weights with { Vector = vector };
    }

    private static float[] Logits(TrainedWeights weights)
    {
        string[] labels = [.. Enumerable.Range(0, weights.Network.Classes).Select(i => $"class {i}")];
        using var session = new InferenceSession(OnnxFile.ToBytes(new FloatModel(weights, labels, new Dictionary<string, string>()).Model));
        var random = new RandomSource(4);
        var input = weights.Network.Input;
        float[] features = [.. Enumerable.Range(0, 2 * input.Size).Select(_ => random.NextNormal())];
        using var tensor = OrtValue.CreateTensorValueFromMemory(features, [2, 1, input.Height, input.Width]);
        using var options = new RunOptions();
        using var results = session.Run(options, ["features"], [tensor], ["logits"]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private sealed class StopAfter(int epoch, CancellationTokenSource cancellation) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Epoch == epoch)
            {
                cancellation.Cancel();
            }
        }
    }
}
