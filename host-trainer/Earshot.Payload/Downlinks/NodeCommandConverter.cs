using System.Text.Json;
using System.Text.Json.Serialization;

namespace Earshot.Payload;

/// <summary>Commands in JSON by their names.</summary>
internal sealed class NodeCommandConverter : JsonConverter<NodeCommand>
{
    private static readonly string[] Names = ["", "send status", "restart", "restore defaults", "try deployed model", "check microphone"];

    /// <inheritdoc/>
    public override NodeCommand Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Array.IndexOf(Names, reader.GetString()) is var index and > 0
            ? (NodeCommand)index
            : throw new JsonException($"\"command\" is one of {string.Join(", ", Names[1..])}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, NodeCommand value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Names[(int)value]);
}
