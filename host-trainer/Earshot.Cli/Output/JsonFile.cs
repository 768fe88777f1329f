using System.Text.Json;

namespace Earshot.Cli.Output;

/// <summary>Writes what <c>--json FILE</c> asks for: UTF-8, indented, snake_case names, whole or not at all.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
    };

    /// <summary>Writes <paramref name="result"/> when a path was given.</summary>
    public static void WriteIfAsked(FileInfo? file, object result)
    {
        if (file is not null)
        {
            AtomicFile.WriteAllText(file.FullName, JsonSerializer.Serialize(result, Options) + "\n");
        }
    }
}
