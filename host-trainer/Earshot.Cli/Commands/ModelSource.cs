using Earshot.Native;
using Earshot.Onnx.Proto;
using Earshot.Packing;
using Earshot.Packing.Import;
using Earshot.Packing.Network;
using Earshot.Pipeline;
using Earshot.Training.Exporting;

namespace Earshot.Cli.Commands;

/// <summary>An ONNX model with its front end and labels, recorded in it or given beside it.</summary>
/// <param name="Model">The model.</param>
/// <param name="TimeAxis">Its axis of time.</param>
/// <param name="FrontEndFile">JSON of its front end, or null.</param>
/// <param name="LabelsFile">Its labels, or null.</param>
internal sealed record ModelSource(ModelProto Model, TimeAxis TimeAxis, string? FrontEndFile, string? LabelsFile)
{
    private Dictionary<string, string> Metadata => Model.MetadataProps.ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>The front end.</summary>
    /// <exception cref="InputException">It is neither recorded nor given, or it is faulty.</exception>
    public FrontEndConfiguration FrontEnd(string path) => FrontEndFile is { } file
        ? FrontEndMetadata.Parse(ReadText(file), file)
        : FrontEndMetadata.Read(Metadata, path);

    /// <summary>The labels.</summary>
    /// <exception cref="InputException">They are neither recorded nor given.</exception>
    public IReadOnlyList<string> Labels(string path)
    {
        var text = LabelsFile is { } file ? ReadText(file) : Metadata.GetValueOrDefault(FloatModel.LabelsKey)
            ?? throw new InputException(
                path, $"its metadata has no '{FloatModel.LabelsKey}'.", "Give the labels with --labels FILE, one a line in the order of the outputs.");
        return [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
    }

    /// <summary>
    /// How to pack the model to learn what it costs. Without a recorded front end it gets a plain one of as many bands, on
    /// which its cost hardly depends, and its labels do not matter.
    /// </summary>
    /// <exception cref="InputException">The front end is faulty.</exception>
    public PackSettings CostSettings(QuantizedNetwork network, string path)
    {
        var recorded = FrontEndFile is not null || Model.MetadataProps.Any(entry => FrontEndMetadata.IsIn(entry.Key));
        var frontEnd = recorded
            ? FrontEnd(path)
            : new FrontEndConfiguration
            {
                Bands = network.Input.Frequency,
                FeatureScale = network.Input.Parameters.Scale,
                FeatureZeroPoint = network.Input.Parameters.ZeroPoint,
            };
        var labels = Enumerable.Range(0, network.Classes).Select(index => $"class {index}").ToArray();
        return new PackSettings { FrontEnd = FrontEndTables.Build(frontEnd), Classes = PackDefaults.Classes(labels) };
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"it cannot be read ({exception.Message}).", "Check the path.", exception);
        }
    }
}
