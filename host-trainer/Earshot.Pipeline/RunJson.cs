using System.Text.Json;
using System.Text.Json.Serialization;

namespace Earshot.Pipeline;

/// <summary>How a run's files are written as JSON: names as in C#, enumerations as words, unknown fields refused.</summary>
internal static class RunJson
{
    internal static readonly JsonSerializerOptions Compact = Create(indented: false);

    internal static readonly JsonSerializerOptions Indented = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented) => new()
    {
        WriteIndented = indented,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };
}
