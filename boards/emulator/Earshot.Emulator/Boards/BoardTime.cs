namespace Earshot.Emulator.Boards;

/// <summary>How long the chip takes for something.</summary>
public sealed class BoardTime
{
    /// <summary>Seconds.</summary>
    public double Second { get; set; }

    /// <summary>Datasheet and table, or how it was measured.</summary>
    public string Source { get; set; } = "";
}
