using Earshot.Native;
using Earshot.Onnx.Proto;
using Earshot.Packing.Import;
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
