namespace Earshot.Payload;

/// <summary>What the microphone was like since the message before of this kind. <see cref="MicrophoneMessage"/> explains the fields.</summary>
public sealed record MicrophoneUplink : Uplink
{
    /// <summary>Whether the node knows the time.</summary>
    public required bool ClockIsSet { get; init; }

    /// <summary>The bias beside the middle of the converter's range, as a share of half of it: −1 to 1.</summary>
    public required double Offset { get; init; }

    /// <summary>Level of the quietest second in dB of sound pressure level, without weighting of frequencies.</summary>
    public required double Quietest { get; init; }

    /// <summary>Of a million samples, those that met the end of the scale.</summary>
    public required int ClippedPerMillion { get; init; }

    /// <summary>Milliseconds of sound that were lost because the ring was full.</summary>
    public required int LostMilliseconds { get; init; }

    /// <summary>Whether nothing ever moved the line.</summary>
    public required bool IsSilent { get; init; }

    /// <summary>Whether the tone was heard that somebody was to play; null when the node has not listened for one.</summary>
    public bool? ToneIsHeard { get; init; }

    /// <summary>Level of the tone in dB of sound pressure level.</summary>
    public double? ToneLevel { get; init; }

    /// <summary>The tone to everything else, in dB.</summary>
    public int? ToneRatio { get; init; }
}
