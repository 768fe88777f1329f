namespace Earshot.Emulator.Boards;

/// <summary>A serial port.</summary>
public sealed class BoardUart
{
    /// <summary>The name that System.IO.Ports knows it by, such as COM6.</summary>
    public string Port { get; set; } = "";

    /// <summary>The pin that sends.</summary>
    public string TransmitPin { get; set; } = "";

    /// <summary>The pin that receives.</summary>
    public string ReceivePin { get; set; } = "";
}
