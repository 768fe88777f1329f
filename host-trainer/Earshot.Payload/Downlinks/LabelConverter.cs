using System.Text.Json;
using System.Text.Json.Serialization;

namespace Earshot.Payload;

/// <summary>The class of a threshold downlink in JSON: its index, or "all".</summary>
internal sealed class LabelConverter : JsonConverter<int?>
{
    private const string All = "all";

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetInt32()
        : reader.TokenType == JsonTokenType.String && reader.GetString() == All ? null
        : throw new JsonException($"\"label\" is the index of a class or \"{All}\".");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
    {
        if (value is { } label)
        {
            writer.WriteNumberValue(label);
        }
        else
        {
            writer.WriteStringValue(All);
        }
    }
}
