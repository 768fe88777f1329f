using Earshot.Datasets.Synthetic;
using Earshot.Native;
using Earshot.Onnx.Proto;
using Earshot.Packing;
using Earshot.Packing.Import;
using Earshot.Packing.Inspection;
using Earshot.Packing.Planning;
using Earshot.Quantization;
using Earshot.Quantization.Calibration;
using Earshot.Quantization.Execution;
using Earshot.Training.Models;
using Earshot.Training.Running;
using Earshot.Training.Sampling;
using Xunit;

namespace Earshot.Pipeline.Tests.Zoo;

/// <summary>Every model of the zoo goes the whole way, in a training of a few steps.</summary>
public sealed class ModelZooTests(ZooData data) : IClassFixture<ZooData>
{
    public static TheoryData<string> Names => [.. ModelZoo.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void AModelTrainsQuantisesPacksAndRunsAsInOnnxRuntime(string name)
    {
        var options = new TrainingOptions
        {
            Model = name,
            Epochs = 3,
            WindowsPerEpoch = 64,
            BatchSize = 16,
            WarmUpShare = 0,
            Threads = 1,
            // With more of them mixed, twelve steps are too few for the loss to fall.
            Augmentation = new() { MixShare = 0.5f },
        };
        var trained = Trainer.Run(options, data.Features(name));
        Assert.True(trained.History[^1].Loss < trained.History[0].Loss, $"the loss went {string.Join(", ", trained.History.Select(epoch => epoch.Loss))}");

        var quantized = PostTrainingQuantizer.Quantize(
            trained.Model.Model, name, data.Calibration(name), new QuantizationOptions { Method = CalibrationMethod.MinimumMaximum, Equalize = false, CorrectBias = false });
        var network = QdqImporter.Import(quantized.Model, name);
        var pack = ModelPacker.Pack(network, Settings(name), name);
        var inspection = ModelInspection.Of(pack, name);
        Assert.Equal(trained.Model.Weights.Network.WeightBytes, pack.Network.Layers.Where(layer => layer.HasKernelWeights).Sum(layer => layer.Weights.Length));
        Assert.Equal(pack.Network.Layers.Count, inspection.Layers.Count);
        Assert.True(inspection.Macs <= trained.Model.Weights.Network.MultiplyAccumulates);
        var untrained = UntrainedModel.Inspect(options, DefaultFrontEnd.Configuration, SyntheticDataset.Labels);
        Assert.Equal((inspection.PackBytes, inspection.ArenaBytes, inspection.MacsPerSecond), (untrained.PackBytes, untrained.ArenaBytes, untrained.MacsPerSecond));

        var agreement = Agreement(quantized.Model, pack, name);
        Assert.InRange(agreement.LargestDifference, 0, 1);
        Assert.True(agreement.EqualShare >= 0.97, agreement.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AWindowThatIsTooShortIsRefusedByName(string name)
    {
        var error = Assert.Throws<InputException>(() => ModelZoo.Build(name, frames: 1, bands: 40, classes: 10));

        Assert.Equal(name, error.Origin);
        Assert.Contains("1 frame", error.Message);
    }

    /// <summary>From PCM to scores the pack of a network that hears raw sound does what its features do.</summary>
    [Fact]
    public void RawSoundIsHeardAsItIsTrainedOn()
    {
        var frontEnd = ZooData.FrontEnd("raw-cnn");
        var clip = SyntheticDataset.Create(seed: 3, clipsPerClass: 5).Clips[4];
        var samples = clip.ReadSamples(frontEnd.SampleRate);
        using var native = new FrontEnd(FrontEndTables.Build(frontEnd));
        using var mel = new FrontEnd(FrontEndTables.Build(DefaultFrontEnd.Configuration));
        var frames = native.Compute(samples);

        Assert.Equal(mel.Compute(samples).Levels, frames.Levels);
        for (var frame = 0; frame < frames.Frames; frame++)
        {
            var hop = samples.AsSpan((frame * frontEnd.HopSamples) + frontEnd.FrameSamples - frontEnd.HopSamples, frontEnd.HopSamples);
            Assert.Equal(hop.ToArray().Select(sample => SampleCode.Compress(sample)), frames.Features[(frame * frames.Bands)..((frame + 1) * frames.Bands)]);
        }
    }

    /// <summary>What they are allowed: multiply-accumulates a second of sound, bytes of weights with biases and multipliers.</summary>
    [Theory]
    [InlineData("earshot-s", 400_000, 32_000)]
    [InlineData("earshot-m", 1_000_000, 64_000)]
    [InlineData("earshot-l", 3_000_000, 160_000)]
    public void EarshotsOwnModelsStreamWithinTheirBudgets(string name, double macsPerSecond, int weights)
    {
        var cost = UntrainedModel.Inspect(new TrainingOptions { Model = name }, DefaultFrontEnd.Configuration, SyntheticDataset.Labels);

        Assert.Equal(ModelMode.Stream, cost.Mode);
        Assert.InRange(cost.MacsPerSecond, 0.5 * macsPerSecond, macsPerSecond);
        Assert.InRange(cost.WeightsBytes, 0, weights);
    }

    private LogitAgreement Agreement(ModelProto quantized, PackResult pack, string name)
    {
        var logits = ClassifierOutputs.Find(quantized, name).QuantizedLogits(quantized.Graph, name);
        using var runner = new ModelRunner(quantized, name, [(logits, TensorProto.Types.DataType.Int8)], arithmetic: RunnerArithmetic.Fused);
        using var model = Model.Open(pack.Bytes, name);
        using var engine = new Engine(model);
        var windows = data.Test(name);
        List<sbyte> decided = [];
        for (var window = 0; window < windows.Count; window++)
        {
            engine.Reset();
            engine.PushFeatures(windows.Window(window)[..(model.WindowColumns * model.Bands)]);
            Assert.Equal(1u, engine.Decisions);
            decided.AddRange(engine.Logits);
        }

        var classes = SyntheticDataset.Labels.Count;
        return new LogitAgreement(0, 0, 0, 0, 0).With(runner.Bytes(windows, logits), [.. decided], classes);
    }

    private static PackSettings Settings(string name) => new()
    {
        FrontEnd = FrontEndTables.Build(ZooData.FrontEnd(name)),
        Classes = PackDefaults.Classes(SyntheticDataset.Labels),
        DecisionHop = new TrainingOptions().DecisionHopFrames,
        Preference = MemoryPreference.Speed,
    };
}
