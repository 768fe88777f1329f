namespace Earshot.Emulator.Runtime.IO;

/// <summary>System.IO.Ports.Handshake of the class library.</summary>
[Replaces("System.IO.Ports.Handshake")]
public enum DeviceHandshake
{
    /// <summary>None.</summary>
    None,

    /// <summary>By the characters XON and XOFF.</summary>
    XOnXOff,

    /// <summary>By the RTS and CTS lines.</summary>
    RequestToSend,

    /// <summary>By both.</summary>
    RequestToSendXOnXOff,
}
