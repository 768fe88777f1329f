namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>A wire between two pins: what the board drives on one, it reads on the other.</summary>
public sealed record WireEntry
{
    /// <summary>The pin that drives, such as <c>PC13</c>.</summary>
    public string From { get; init; } = "";

    /// <summary>The pin that is driven.</summary>
    public string To { get; init; } = "";

    /// <summary>Wires it.</summary>
    public void Connect(EmulatedBoard board)
    {
        var driven = board.Gpio.Pin(To);
        board.Gpio.Pin(From).Changed += driven.DriveFromOutside;
    }
}
