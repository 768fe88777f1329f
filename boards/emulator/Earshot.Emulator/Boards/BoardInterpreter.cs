namespace Earshot.Emulator.Boards;

/// <summary>The price of interpreted code.</summary>
public sealed class BoardInterpreter
{
    /// <summary>Core clocks per cost unit; a unit is one instruction of a 32-bit build of nanoCLR.</summary>
    public double ClocksPerUnit { get; set; }

    /// <summary>Where this number comes from.</summary>
    public string Source { get; set; } = "";
}
