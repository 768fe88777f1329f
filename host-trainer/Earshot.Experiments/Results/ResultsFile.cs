using System.Text.Json;
using System.Text.Json.Serialization;

namespace Earshot.Experiments.Results;

/// <summary>Reads and writes <c>results.json</c>.</summary>
public static class ResultsFile
{
    /// <summary>The file's name in an experiment's folder.</summary>
    public const string Name = "results.json";

    internal static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new CompactArrayConverter<float>(), new CompactArrayConverter<int>() },
    };

    /// <summary>Writes it, completely or not at all.</summary>
    /// <param name="folder">The experiment's folder.</param>
    /// <param name="result">The result.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Save(string folder, ExperimentResult result) =>
        AtomicFile.WriteAllText(Path.Combine(folder, Name), JsonSerializer.Serialize(result, Json) + "\n");

    /// <summary>Reads it.</summary>
    /// <param name="folder">The experiment's folder.</param>
    /// <exception cref="InputException">There is none, or it is damaged or of another version.</exception>
    public static ExperimentResult Load(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new InputException(
                folder,
                $"it holds no finished experiment: {Name} is missing.",
                "Give the folder that 'earshot experiment … --out DIR' filled, or run that command again to finish it.");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            var format = document.RootElement.TryGetProperty("format", out var value) ? value.GetInt32() : 0;
            return format == ExperimentResult.CurrentFormat
                ? document.Deserialize<ExperimentResult>(Json) ?? throw new JsonException("it is null")
                : throw new JsonException($"its layout has version {format}, this program reads {ExperimentResult.CurrentFormat}");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new InputException(
                path,
                $"it cannot be read ({exception.Message}).",
                "Delete it and run 'earshot experiment' again with the same folder; finished runs are kept.",
                exception);
        }
    }
}
