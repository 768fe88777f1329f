namespace Earshot.Emulator.Soak;

/// <summary>What one node of a soak has done. The same input gives the same result.</summary>
public sealed record SoakNodeResult : SoakCounts
{
    /// <summary>Its number, from 0.</summary>
    public required int Node { get; init; }

    /// <summary>The most messages that waited at once.</summary>
    public required int MostWaiting { get; init; }

    /// <summary>Lines on the console that begin with an exception's message.</summary>
    public required int ConsoleErrors { get; init; }

    /// <summary>Erasures of the flash's most erased sector.</summary>
    public required int MostErases { get; init; }
}
