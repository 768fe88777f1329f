using System.Text.Json.Serialization;

namespace Earshot.Payload;

/// <summary>Something to do once.</summary>
public sealed record CommandDownlink : NodeDownlink
{
    /// <summary>What to do.</summary>
    [JsonConverter(typeof(NodeCommandConverter))]
    public required NodeCommand Command { get; init; }

    private protected override DownlinkKind Kind => DownlinkKind.Command;

    private protected override byte[] Values() => [(byte)Command];
}
