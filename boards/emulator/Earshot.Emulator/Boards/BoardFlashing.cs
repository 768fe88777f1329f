namespace Earshot.Emulator.Boards;

/// <summary>Arguments for nanoFramework's flash tool.</summary>
public sealed class BoardFlashing
{
    /// <summary>The value of <c>--platform</c>.</summary>
    public string Platform { get; set; } = "";

    /// <summary>The interface: jtag, dfu or serial.</summary>
    public string Interface { get; set; } = "";
}
