namespace Earshot.Reports.Emulation;

/// <summary>A sound that was played to the emulated node and what came of it.</summary>
/// <param name="Label">Its true class.</param>
/// <param name="StartSeconds">When it began.</param>
/// <param name="EndSeconds">When it ended.</param>
/// <param name="Source">The file or clip.</param>
public sealed record PlayedSound(string Label, double StartSeconds, double EndSeconds, string Source)
{
    /// <summary>The label that arrived for it, or null if none did.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether the answer is right; null where that is not judged.</summary>
    public bool? Right { get; init; }

    /// <summary>Confidence of the answer, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>The A-weighted equivalent level that came with the answer, in dB(A).</summary>
    public double? LevelDecibels { get; init; }

    /// <summary>Time from the sound's begin to the answer's arrival, in seconds.</summary>
    public double? DelaySeconds { get; init; }
}
