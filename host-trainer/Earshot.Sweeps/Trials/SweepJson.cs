using System.Text.Json;
using System.Text.Json.Serialization;

namespace Earshot.Sweeps.Trials;

/// <summary>Reads and writes a sweep's own files.</summary>
internal static class SweepJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>The text of a file.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    /// <summary>Writes a file, completely or not at all.</summary>
    public static void Write<T>(string path, T value) => AtomicFile.WriteAllText(path, Text(value));

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It cannot be read or is damaged.</exception>
    public static T Read<T>(string path, string remedy)
    {
        try
        {
            return Parse<T>(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"it cannot be read ({exception.Message}).", remedy, exception);
        }
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static T Parse<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("it is null");
}
