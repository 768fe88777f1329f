using Earshot.Onnx;
using Earshot.Quantization;
using Earshot.Quantization.Calibration;
using Earshot.TestSupport;
using Earshot.Training.Evaluation;
using Earshot.Training.Exporting;
using Earshot.Training.Features;
using Earshot.Training.Graphs;
using Earshot.Training.Optimization;
using Earshot.Training.Running;
using Earshot.Training.Tests.Graphs;
using Earshot.Training.Tests.Running;
using Xunit;

namespace Earshot.Training.Tests.Quantization;

public sealed class QuantizationAwareTests : IDisposable
{
    private static readonly TrainingOptions Options = new()
    {
        Model = "ds-cnn-64",
        WindowFrames = 31,
        Epochs = 6,
        QuantizationEpochs = 4,
        WindowsPerEpoch = 160,
        BatchSize = 16,
        AverageDecay = 0.9f,
        LabelSmoothing = 0,
        Threads = 1,
        Augmentation = new() { MixShare = 0 },
    };

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("ds-cnn-64", 8)]
    [InlineData("stride-ds-24", 20)]
    [InlineData("ld-cnn", 20)]
    public void TheTrainingGraphComputesWhatTheInt8ModelWill(string model, int bands)
    {
        var set = SyntheticFeatures.Create(bands: bands);
        var trained = Trainer.Run(Options with { Epochs = 1, Model = model }, set).Model;
        var quantized = Quantize(trained, set);
        var folded = FoldedNetwork.Of(trained.Weights);
        var clip = set.Clips[1];
        var size = Options.WindowFrames * bands;
        float[] features = [.. clip.Values.Take(2 * size).Select(value => value * set.Scale)];

        var graph = new GraphBuilder();
        var input = graph.Input("features", 2, 1, Options.WindowFrames, bands);
        var lowering = new NetworkLowering(folded.Network, input, graph.Input("weights", folded.Vector.Length), quantized.Parameters);
        graph.Output("logits", lowering.Logits);
        using var runner = new GraphRunner(graph);
        var inputs = new Dictionary<string, (float[], int[])>
        {
            ["features"] = (features, [2, 1, Options.WindowFrames, bands]),
            ["weights"] = (folded.Vector, [folded.Vector.Length]),
        };
        foreach (var mask in lowering.DropoutMasks)
        {
            inputs[mask.Name] = ([.. Enumerable.Repeat(1f, mask.Size)], [mask.Size / 2, 2]);
        }

        var logits = runner.Run(inputs)[0];

        using var scorer = new WindowScorer(OnnxFile.ToBytes(quantized.Model), threads: 1);
        var expected = scorer.Score(clip, Options.WindowFrames, set.Scale, set.ZeroPoint, "logits");
        // Sums of floats may round to the next step where those of integers do not: a few steps of the logits at most.
        var tolerance = 3 * quantized.Parameters["logits"].Scale;
        Assert.All(expected.Zip(logits), pair => Assert.InRange(pair.Second, pair.First - tolerance, pair.First + tolerance));
    }

    [Fact]
    public void FoldingChangesNothing()
    {
        var set = SyntheticFeatures.Create();
        var trained = Trainer.Run(Options with { Epochs = 1 }, set).Model;
        var folded = new FloatModel(FoldedNetwork.Of(trained.Weights), set.Labels, set.Metadata);
        Assert.Equal(OnnxFile.ToBytes(trained.Model), OnnxFile.ToBytes(folded.Model));
    }

    [Fact]
    public void TrainingForAGridThatRuinsTheModelRepairsIt()
    {
        var set = SyntheticFeatures.Create();
        var trained = Trainer.Run(Options, set).Model;
        var parameters = Quantize(trained, set).Parameters;
        // Activations of two or three levels only.
        var coarse = parameters.ToDictionary(
            pair => pair.Key,
            pair => pair.Key.StartsWith("conv", StringComparison.Ordinal) ? new QuantizationParameters(pair.Value.Scale * 100, pair.Value.ZeroPoint) : pair.Value);
        var tuned = Tune(trained, coarse, set);

        var before = Loss(PostTrainingQuantizer.Quantize(trained.Model, "test", coarse), set);
        var after = Loss(PostTrainingQuantizer.Quantize(tuned.Model.Model, "test", coarse), set);

        Assert.True(after < before / 2, $"The loss is {after} after training and was {before}.");
        Assert.Equal(Options.QuantizationEpochs, tuned.History.Count);
    }

    [Fact]
    public void AnInterruptedTuningGoesOnBitForBit()
    {
        var set = SyntheticFeatures.Create();
        var trained = Trainer.Run(Options with { Epochs = 1 }, set).Model;
        var grids = Quantize(trained, set).Parameters;
        var expected = Tune(trained, grids, set);
        using var cancellation = new CancellationTokenSource();
        var stop = new StopAfter(2, cancellation);
        Directory.CreateDirectory(_temporary.FullPath);
        Assert.Throws<OperationCanceledException>(() => Tune(trained, grids, set, _temporary.FullPath, stop, cancellation.Token));
        var resumed = Tune(trained, grids, set, _temporary.FullPath);
        Assert.Equal(OnnxFile.ToBytes(expected.Model.Model), OnnxFile.ToBytes(resumed.Model.Model));
        // A grid is part of what is trained.
        var other = grids.ToDictionary(pair => pair.Key, pair => new QuantizationParameters(pair.Value.Scale * 2, pair.Value.ZeroPoint));
        Assert.Throws<InputException>(() => Tune(trained, other, set, _temporary.FullPath));
    }

    private static TrainedModel Tune(
        FloatModel model,
        IReadOnlyDictionary<string, QuantizationParameters> grids,
        FeatureSet set,
        string? folder = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Trainer.TuneForQuantization(
            Options with { QuantizationLearningRate = 2e-3f },
            model,
            grids,
            tuned => OnnxFile.ToBytes(PostTrainingQuantizer.Quantize(tuned.Model, "test", grids)),
            set,
            folder,
            progress,
            cancellationToken: cancellationToken);

    private static QuantizationResult Quantize(FloatModel model, FeatureSet set)
    {
        sbyte[] values = [.. set.Clips.SelectMany(clip => clip.Values.Take(Options.WindowFrames * set.Bands))];
        var windows = new FeatureWindows(values, Options.WindowFrames, set.Bands, new QuantizationParameters(set.Scale, (sbyte)set.ZeroPoint));
        return PostTrainingQuantizer.Quantize(
            model.Model,
            "test",
            windows,
            new QuantizationOptions { Method = CalibrationMethod.MinimumMaximum, Equalize = false, CorrectBias = false });
    }

    private static double Loss(Earshot.Onnx.Proto.ModelProto model, FeatureSet set)
    {
        using var scorer = new WindowScorer(OnnxFile.ToBytes(model), threads: 1);
        return new WindowEvaluator(Options.Gate, Options.WindowFrames, HopFrames: 5).Evaluate(scorer, set).Loss;
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
