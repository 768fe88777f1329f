namespace Earshot.Emulator.Boards;

/// <summary>Arguments for nanoFramework's flash tool.</summary>
public sealed class BoardFlashing
{
    /// <summary>The value of <c>--platform</c>.</summary>
    public string Platform { get; set; } = "";

    /// <summary>The interface: nativestlink (the ST-LINK on the board), or serial (nanoFramework's wire protocol).</summary>
    public string Interface { get; set; } = "";

    /// <summary>Why this interface and not the other one.</summary>
    public string Reason { get; set; } = "";
}
