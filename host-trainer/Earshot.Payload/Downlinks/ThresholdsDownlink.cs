using System.Text.Json.Serialization;

namespace Earshot.Payload;

/// <summary>When a class counts as heard.</summary>
public sealed record ThresholdsDownlink : NodeDownlink
{
    /// <summary>Index of the class, 0 to 254; null for all.</summary>
    [JsonConverter(typeof(LabelConverter))]
    public int? Label { get; init; }

    /// <summary>Smoothed probability from which on it is heard, 0 to 255/256; 0 for the model's own thresholds.</summary>
    public required double On { get; init; }

    /// <summary>Smoothed probability below which it is not heard any more, not above <see cref="On"/>.</summary>
    public required double Off { get; init; }

    /// <summary>Shorter events are not reported, seconds, 0 to 10; 0 for the model's own.</summary>
    public double MinimumDuration { get; init; }

    /// <summary>After an event, others of the class are not reported for so long, seconds, 0 to 255.</summary>
    public int Refractory { get; init; }

    private protected override DownlinkKind Kind => DownlinkKind.Thresholds;

    private protected override byte[] Values() =>
    [
        Label is { } label ? Scale(label, 1, 0, 254, "label") : (byte)DownlinkPayload.AllClasses,
        Scale(On, 256, 0, 255, "on"),
        Scale(Off, 256, 0, 255, "off"),
        Scale(MinimumDuration, 10, 0, 100, "minimumDuration"),
        Scale(Refractory, 1, 0, 255, "refractory"),
    ];
}
