using Earshot.Native;
using Earshot.Onnx;
using Earshot.Packing;
using Earshot.Packing.Import;
using Earshot.Packing.Inspection;
using Earshot.Packing.Planning;
using Earshot.Quantization;
using Earshot.Quantization.Calibration;
using Earshot.Training.Exporting;
using Earshot.Training.Models;
using Earshot.Training.Networks;
using Earshot.Training.Randomness;
using Earshot.Training.Running;

namespace Earshot.Pipeline;

/// <summary>
/// What a model costs before it is trained: with random weights it goes the same way as a trained one, and neither the size of
/// the pack nor the arena depends on the values of the weights.
/// </summary>
public static class UntrainedModel
{
    private const int CalibrationCount = 4;

    /// <summary>Packs a model with random weights and inspects it.</summary>
    /// <param name="options">Model, window and decision hop.</param>
    /// <param name="frontEnd">The front end; a model that hears raw sound takes its hop.</param>
    /// <param name="labels">The classes.</param>
    /// <exception cref="InputException">There is no such model, or it does not fit windows of this size.</exception>
    public static ModelInspection Inspect(TrainingOptions options, FrontEndConfiguration frontEnd, IReadOnlyList<string> labels)
    {
        frontEnd = DefaultFrontEnd.For(options.Model, frontEnd);
        var network = ModelZoo.Build(options.Model, options.WindowFrames, frontEnd.Bands, labels.Count);
        var random = new RandomSource(options.Seed);
        var channels = network.Layers.Sum(layer => layer.NormalizedChannels);
        // Mean 0 and variance 1: what batch normalisation subtracts and divides by before it has seen anything.
        float[] statistics = [.. Enumerable.Repeat(0f, channels), .. Enumerable.Repeat(1f, channels)];
        // A pack holds equal tables once, so biases must not all be zero.
        float[] vector = [.. new ParameterLayout(network).Initialize(random).Select(weight => weight + (0.01f * random.NextNormal()))];
        var weights = new TrainedWeights(network, vector, statistics);
        var model = new FloatModel(weights, labels, FrontEndMetadata.Of(frontEnd)).Model;
        var quantized = PostTrainingQuantizer.Quantize(
            model,
            options.Model,
            Windows(options.WindowFrames, frontEnd, random),
            new QuantizationOptions { Method = CalibrationMethod.MinimumMaximum, Equalize = false, CorrectBias = false });
        var settings = new PackSettings
        {
            FrontEnd = FrontEndTables.Build(frontEnd),
            Classes = PackDefaults.Classes(labels),
            DecisionHop = options.DecisionHopFrames,
            Preference = MemoryPreference.Speed,
        };
        return ModelInspection.Of(QdqImporter.Import(quantized.Model, options.Model), settings, options.Model);
    }

    private static FeatureWindows Windows(int frames, FrontEndConfiguration frontEnd, RandomSource random)
    {
        var values = new sbyte[CalibrationCount * frames * frontEnd.Bands];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = (sbyte)(random.NextInt(256) - 128);
        }

        return new FeatureWindows(
            values, frames, frontEnd.Bands, new QuantizationParameters((float)frontEnd.FeatureScale, (sbyte)frontEnd.FeatureZeroPoint));
    }
}
