using Earshot.Native;
using Earshot.Onnx;
using Earshot.Packing;
using Earshot.Packing.Import;
using Earshot.Packing.Planning;
using Earshot.Pipeline;
using Earshot.Quantization;
using Earshot.Quantization.Calibration;
using Earshot.Training.Exporting;
using Earshot.Training.Models;
using Earshot.Training.Networks;
using Earshot.Training.Randomness;
using Earshot.Training.Running;

namespace Earshot.Benchmarks.Models;

/// <summary>
/// A network of the zoo as <c>earshot train</c> would pack it with its default options, but with seeded random weights: what
/// it costs does not depend on what it has learnt.
/// </summary>
internal static class UntrainedModel
{
    private const ulong Seed = 20261123;
    private const int Classes = 10;
    private const int Windows = 16;
    private static readonly QuantizationOptions Options = new() { Method = CalibrationMethod.MinimumMaximum, Equalize = false, CorrectBias = false };

    /// <summary>Quantises and packs it.</summary>
    /// <param name="name">One of <see cref="ModelZoo.Names"/>.</param>
    /// <param name="preference">What it is packed for.</param>
    internal static PackResult Pack(string name, MemoryPreference preference)
    {
        var configuration = new RunConfiguration
        {
            Dataset = "none",
            Labels = [.. Enumerable.Range(0, Classes).Select(index => $"class {index}")],
            HeldOutFold = 0,
            TrainingClips = 0,
            FrontEnd = DefaultFrontEnd.For(name, DefaultFrontEnd.Configuration),
            Training = new TrainingOptions { Model = name },
            Command = "earshot bench",
        };
        var network = ModelZoo.Build(name, configuration.Training.WindowFrames, configuration.FrontEnd.Bands, Classes);
        var random = new RandomSource(Seed);
        var model = new FloatModel(Weights(network, random), configuration.Labels, FrontEndMetadata.Of(configuration.FrontEnd));
        var quantized = PostTrainingQuantizer.Quantize(model.Model, name, Features(network, configuration.FrontEnd, random), Options);
        var settings = PackDefaults.Settings(configuration) with { Preference = preference };
        return ModelPacker.Pack(QdqImporter.Import(quantized.Model, name), settings, name);
    }

    private static TrainedWeights Weights(NetworkDefinition network, RandomSource random)
    {
        var channels = network.Layers.Sum(layer => layer.NormalizedChannels);
        float[] statistics = [.. Enumerable.Repeat(0f, channels), .. Enumerable.Repeat(1f, channels)];
        return new TrainedWeights(network, new ParameterLayout(network).Initialize(random), statistics);
    }

    private static FeatureWindows Features(NetworkDefinition network, FrontEndConfiguration frontEnd, RandomSource random)
    {
        var values = new sbyte[Windows * network.Input.Size];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = (sbyte)(random.NextInt(256) - 128);
        }

        return new FeatureWindows(
            values,
            network.Input.Height,
            network.Input.Width,
            new QuantizationParameters((float)frontEnd.FeatureScale, (sbyte)frontEnd.FeatureZeroPoint));
    }
}
