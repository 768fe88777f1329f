namespace Earshot.Payload;

/// <summary>For how long classes were heard in a period; a period with many takes more than one message.</summary>
public sealed record ClassesUplink : TimedUplink
{
    /// <summary>Length of the period.</summary>
    public required int Minutes { get; init; }

    /// <summary>One or two classes.</summary>
    public required IReadOnlyList<ClassTime> Classes { get; init; }
}
