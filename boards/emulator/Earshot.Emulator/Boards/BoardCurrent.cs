namespace Earshot.Emulator.Boards;

/// <summary>What the board draws in one power state.</summary>
public sealed class BoardCurrent
{
    /// <summary>Amperes.</summary>
    public double Ampere { get; set; }

    /// <summary>Datasheet and table.</summary>
    public string Source { get; set; } = "";
}
