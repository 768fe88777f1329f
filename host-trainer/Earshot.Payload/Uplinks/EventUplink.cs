namespace Earshot.Payload;

/// <summary>A sound was heard.</summary>
public sealed record EventUplink : TimedUplink
{
    /// <summary>Index of the class in the model; 255 for a sound that is none of them.</summary>
    public required int Label { get; init; }

    /// <summary>The class's name; null when it is not known here.</summary>
    public string? Name { get; init; }

    /// <summary>Mean probability over the event, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Seconds, at most 63.75.</summary>
    public required double Duration { get; init; }

    /// <summary>LAeq over the event in dB(A).</summary>
    public required double Level { get; init; }
}
