namespace Earshot.Reports.Emulation;

/// <summary>An event that arrived over the radio.</summary>
/// <param name="Seconds">When, in the emulation's time.</param>
/// <param name="Label">Its label.</param>
/// <param name="Confidence">Its confidence, 0 to 1.</param>
/// <param name="LevelDecibels">The A-weighted equivalent level that it carried, in dB(A).</param>
public sealed record ReceivedEvent(double Seconds, string Label, double Confidence, double? LevelDecibels)
{
    /// <summary>Whether it is right; null where that is not judged.</summary>
    public bool? Right { get; init; }
}
