namespace Earshot.Emulator.Boards;

/// <summary>How a microphone and a modem are wired to the board's headers.</summary>
public sealed class BoardWiring
{
    /// <summary>The microphone as it is bought, such as "MAX9814 module".</summary>
    public string Microphone { get; set; } = "";

    /// <summary>The modem as it is bought.</summary>
    public string Modem { get; set; } = "";

    /// <summary>Where power comes from.</summary>
    public string Supply { get; set; } = "";

    /// <summary>Every wire.</summary>
    public List<BoardWire> Wires { get; set; } = [];

    /// <summary>Where the positions of the headers are taken from.</summary>
    public string Source { get; set; } = "";
}
