using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Training.Networks;

namespace Earshot.Training.Exporting;

/// <summary>
/// The deployed form of a trained network as float ONNX: batch normalisation folded into the weights, input
/// <c>features</c> [N, 1, frames, bands], outputs <c>logits</c> and <c>probabilities</c> [N, classes]. The metadata holds the
/// labels, the model's name and the front end's settings.
/// </summary>
public sealed class FloatModel
{
    /// <summary>The metadata key of the labels, one a line in the order of the outputs.</summary>
    public const string LabelsKey = "earshot.labels";

    /// <summary>The metadata key of the model's name.</summary>
    public const string NameKey = "earshot.model";

    /// <summary>Makes the deployed form.</summary>
    /// <param name="weights">What training found.</param>
    /// <param name="labels">The classes in the order of the outputs.</param>
    /// <param name="metadata">More to record in the model, such as the front end's settings.</param>
    public FloatModel(TrainedWeights weights, IReadOnlyList<string> labels, IReadOnlyDictionary<string, string> metadata)
    {
        if (labels.Count != weights.Network.Classes)
        {
            throw new ArgumentException($"{labels.Count} labels for {weights.Network.Classes} classes.", nameof(labels));
        }

        Weights = weights;
        Labels = labels;
        Model = new InferenceLowering(weights).Build();
        Add(LabelsKey, string.Join('\n', labels));
        Add(NameKey, weights.Network.Name);
        foreach (var (key, value) in metadata)
        {
            Add(key, value);
        }
    }

    /// <summary>What training found.</summary>
    public TrainedWeights Weights { get; }

    /// <summary>The classes in the order of the outputs.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The ONNX model.</summary>
    public ModelProto Model { get; }

    /// <summary>Writes the model to a file, completely or not at all.</summary>
    public void Export(string path) => OnnxFile.Save(path, Model);

    private void Add(string key, string value) =>
        Model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
}
