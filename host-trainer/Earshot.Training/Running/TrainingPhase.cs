using Earshot.Onnx;
using Earshot.Training.Exporting;
using Earshot.Training.Networks;

namespace Earshot.Training.Running;

/// <summary>A part of a run with a network and a checkpoint of its own: the training proper, or what follows it.</summary>
/// <param name="Network">What is trained.</param>
/// <param name="CheckpointFile">The name of its checkpoint.</param>
internal sealed record TrainingPhase(NetworkDefinition Network, string CheckpointFile)
{
    /// <summary>The weights to start from; null for random ones.</summary>
    internal TrainedWeights? Start { get; init; }

    /// <summary>The int8 grids that the network is to learn to live with, by tensor; null for none.</summary>
    internal IReadOnlyDictionary<string, QuantizationParameters>? Grids { get; init; }

    /// <summary>The ONNX model that a validation fold judges.</summary>
    internal Func<FloatModel, byte[]> Deploy { get; init; } = model => OnnxFile.ToBytes(model.Model);
}
