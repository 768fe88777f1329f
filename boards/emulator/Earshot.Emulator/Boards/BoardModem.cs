namespace Earshot.Emulator.Boards;

/// <summary>The LoRaWAN modem that is wired to the board.</summary>
public sealed class BoardModem
{
    /// <summary>The serial port that it is on, one of the board's.</summary>
    public string Port { get; set; } = "";
}
