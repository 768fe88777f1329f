using Earshot.Datasets.Synthetic;
using Earshot.Native;
using Earshot.Onnx;
using Earshot.Quantization;
using Earshot.Quantization.Calibration;
using Earshot.TestSupport;
using Earshot.Training.Exporting;
using Earshot.Training.Features;
using Earshot.Training.Networks;
using Earshot.Training.Randomness;
using Earshot.Training.Running;
using Xunit;

namespace Earshot.Pipeline.Tests;

public sealed class ModelQuantizationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void QuantizationAwareTrainingMakesAnotherInt8ModelOfTheSameFloatModel()
    {
        var aware = TrainingPipeline.Run(
            new TrainingRequest
            {
                Split = SyntheticDataset.Create(seed: 3, clipsPerClass: 5).HoldOut(2),
                Options = new TrainingOptions
                {
                    Epochs = 1,
                    BatchSize = 16,
                    Threads = 1,
                    QuantizationMode = QuantizationMode.Aware,
                    QuantizationEpochs = 1,
                },
                Folder = _folder.FullPath,
                Command = "earshot train synthetic",
            },
            new Silent(),
            CancellationToken.None);

        Assert.True(aware.Quantized.IsTrained);
        var untrained = PostTrainingQuantizer.Quantize(aware.Trained.Model.Model, "float", aware.Quantized.Parameters);
        Assert.NotEqual(OnnxFile.ToBytes(untrained), OnnxFile.ToBytes(aware.Quantized.Model));
        // What was trained for is what the C module computes.
        Assert.True(aware.Evaluation.Agreement.EqualShare >= 0.99);
        using var model = Model.Open(aware.Packed.Bytes);
        Assert.Equal(aware.Quantized.Parameters["logits"].Scale, model.LogitsScale);
    }

    /// <summary>
    /// One channel whose values are a thousand times those of all others, and which the classes do not depend on, leaves the
    /// others no int8 steps: rounding ruins this model, and does not ruin the one that was trained.
    /// </summary>
    [Fact]
    public void AutoTrainsForInt8WhereRoundingCostsTooMuchAndOnlyThere()
    {
        var set = Features();
        var options = new TrainingOptions
        {
            WindowFrames = 31,
            Epochs = 6,
            WindowsPerEpoch = 160,
            BatchSize = 16,
            AverageDecay = 0.9f,
            Threads = 1,
            QuantizationEpochs = 1,
        };
        var settings = new QuantizationOptions { Method = CalibrationMethod.MinimumMaximum, Equalize = false, CorrectBias = false };
        var healthy = Trainer.Run(options, set);
        Assert.False(Tries(healthy));
        Assert.True(Tries(healthy with { Model = new FloatModel(WithGiantChannel(healthy.Model.Weights), set.Labels, set.Metadata) }));

        bool Tries(TrainedModel trained)
        {
            var epochs = 0;
            var folder = Path.Combine(_folder.FullPath, Guid.NewGuid().ToString("N"));
            Directory.CreateDirectory(folder);
            new ModelQuantization(options, set, new RunFolder(folder))
                .Run(trained, settings, [], new Counter(() => epochs++), CancellationToken.None);
            return epochs > 0;
        }
    }

    private static TrainedWeights WithGiantChannel(TrainedWeights weights)
    {
        var layout = new ParameterLayout(weights.Network);
        var vector = weights.Vector.ToArray();
        var last = weights.Network.Layers.OfType<ConvolutionLayer>().Last();
        vector[layout.Offset(last.Parameters[1])] = 0;
        vector[layout.Offset(last.Parameters[2])] = 1000;
        var dense = weights.Network.Layers[^1].Parameters[0];
        for (var output = 0; output < dense.Shape[0]; output++)
        {
            vector[layout.Offset(dense) + (output * dense.Shape[1])] = 0;
        }

        return weights with { Vector = vector };
    }

    /// <summary>Three classes that differ in which bands are strong.</summary>
    private static FeatureSet Features()
    {
        const int Frames = 70, Bands = 8;
        var random = new RandomSource(11);
        return new FeatureSet
        {
            Labels = ["low", "middle", "high"],
            Clips = [.. Enumerable.Range(0, 24).Select(i => new FeatureClip(
                $"clip{i}",
                i % 3,
                1 + (i / 3 % 4),
                [.. Enumerable.Range(0, Frames * Bands).Select(place =>
                    (sbyte)Math.Clamp((place % Bands * 3 / Bands == i % 3 ? 40 : -40) + (20 * random.NextNormal()), -128, 127))],
                [.. Enumerable.Repeat(-20 * 256, Frames)]))],
            Bands = Bands,
            Scale = 0.02f,
            ZeroPoint = 0,
            UnitsPerDoubling = [.. Enumerable.Repeat(0.15f, Bands)],
            HopSeconds = 0.016f,
        };
    }

    private sealed class Counter(Action count) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => count();
    }

    private sealed class Silent : ITrainingObserver
    {
        public void Report(TrainingStage stage, double fraction, string status)
        {
        }
    }
}
