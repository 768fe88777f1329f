namespace Earshot.Emulator.Boards;

/// <summary>What a firmware for Earshot needs beyond the board's official one.</summary>
public sealed class BoardFirmware
{
    /// <summary>nanoFramework's libraries whose native halves the node uses.</summary>
    public List<string> Libraries { get; set; } = [];

    /// <summary>What this board's firmware cannot have, and why; empty where nothing is missing.</summary>
    public string Missing { get; set; } = "";
}
