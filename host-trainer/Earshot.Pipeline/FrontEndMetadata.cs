using System.Text.Json;
using Earshot.Native;

namespace Earshot.Pipeline;

/// <summary>The front end's settings inside an ONNX model, so that a model file alone can be packed.</summary>
public static class FrontEndMetadata
{
    private const string Key = "earshot.front_end";

    /// <summary>Whether a metadata entry is a front end.</summary>
    public static bool IsIn(string key) => key == Key;

    /// <summary>What to record in a model.</summary>
    public static IReadOnlyDictionary<string, string> Of(FrontEndConfiguration frontEnd) =>
        new Dictionary<string, string> { [Key] = JsonSerializer.Serialize(frontEnd, RunJson.Compact) };

    /// <summary>What a model has recorded.</summary>
    /// <param name="metadata">The model's metadata.</param>
    /// <param name="origin">The model file, for errors.</param>
    /// <exception cref="InputException">It has none, or it cannot be read.</exception>
    public static FrontEndConfiguration Read(IReadOnlyDictionary<string, string> metadata, string origin)
    {
        if (!metadata.TryGetValue(Key, out var json))
        {
            throw new InputException(
                origin,
                $"its metadata has no '{Key}', so its front end is unknown.",
                "Give the front end's settings with --front-end FILE (JSON; 'earshot train' writes them into run.json).");
        }

        return Parse(json, $"{origin}, metadata '{Key}'");
    }

    /// <summary>Reads the settings from JSON.</summary>
    /// <exception cref="InputException">It is not JSON, has an unknown field or a value out of range.</exception>
    public static FrontEndConfiguration Parse(string json, string origin)
    {
        try
        {
            var frontEnd = JsonSerializer.Deserialize<FrontEndConfiguration>(json, RunJson.Compact)
                ?? throw new JsonException("it is null");
            frontEnd.Validate();
            return frontEnd;
        }
        catch (JsonException exception)
        {
            throw new InputException(origin, $"it does not describe a front end ({exception.Message}).", "Correct the field that is named.", exception);
        }
    }
}
