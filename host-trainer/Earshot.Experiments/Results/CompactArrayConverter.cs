using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Earshot.Experiments.Results;

/// <summary>Writes an array of numbers on one line of an indented file.</summary>
internal sealed class CompactArrayConverter<T> : JsonConverter<T[]>
    where T : struct, INumber<T>
{
    private static readonly JsonSerializerOptions Plain = new();

    public override T[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<T[]>(ref reader, Plain);

    public override void Write(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options) =>
        writer.WriteRawValue(JsonSerializer.Serialize(value, Plain));
}
