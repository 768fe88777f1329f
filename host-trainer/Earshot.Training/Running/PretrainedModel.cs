using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Earshot.Training.Models;
using Earshot.Training.Networks;

namespace Earshot.Training.Running;

/// <summary>What an earlier run has learnt, for a training to start from (transfer learning).</summary>
/// <param name="Origin">Its checkpoint, for errors.</param>
/// <param name="Weights">The weights that it kept.</param>
public sealed record PretrainedModel(string Origin, TrainedWeights Weights)
{
    /// <summary>The SHA-256 of weights and statistics in lower-case hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(
        [.. MemoryMarshal.AsBytes(Weights.Vector.AsSpan()), .. MemoryMarshal.AsBytes(Weights.Statistics.AsSpan())]));

    /// <summary>Reads what a run has learnt, before any channel was pruned.</summary>
    /// <param name="runFolder">The run's folder.</param>
    /// <param name="options">The options of that run.</param>
    /// <param name="bands">Its mel bands, or samples of a hop.</param>
    /// <param name="classes">Its number of classes.</param>
    /// <exception cref="InputException">The folder has no checkpoint, or one of another network.</exception>
    public static PretrainedModel Load(string runFolder, TrainingOptions options, int bands, int classes)
    {
        var path = Path.Combine(runFolder, Checkpoint.FileName);
        if (!File.Exists(path))
        {
            throw new InputException(runFolder, $"it has no {Checkpoint.FileName} to start from.", "Give the folder of a run as it was left, or run it again.");
        }

        var checkpoint = Checkpoint.Load(path);
        var network = ModelZoo.Build(options.Model, options.WindowFrames, bands, classes);
        var channels = network.Layers.Sum(layer => layer.NormalizedChannels);
        return checkpoint.ChosenWeights.Length == new ParameterLayout(network).Size && checkpoint.ChosenStatistics.Length == 2 * channels
            ? new PretrainedModel(path, new TrainedWeights(network, checkpoint.ChosenWeights, checkpoint.ChosenStatistics))
            : throw new InputException(
                path, $"it does not hold {options.Model} as it is built now.", "Train that model again with this version of Earshot.");
    }
}
