namespace Earshot.Emulator.Boards;

/// <summary>One wire from a header of the board to a part beside it.</summary>
public sealed class BoardWire
{
    /// <summary>The part: microphone or modem.</summary>
    public string Part { get; set; } = "";

    /// <summary>The part's terminal, such as OUT, VDD, GND, RX or TX.</summary>
    public string Terminal { get; set; } = "";

    /// <summary>The board's connector, such as CN8.</summary>
    public string Connector { get; set; } = "";

    /// <summary>The position on it, from 1.</summary>
    public int Position { get; set; }

    /// <summary>What is printed beside it, such as A0 or 3V3.</summary>
    public string Label { get; set; } = "";

    /// <summary>The microcontroller's pin; absent for supplies.</summary>
    public string? Pin { get; set; }
}
