namespace Earshot.Emulator.Runtime.IO;

/// <summary>System.IO.Ports.Parity of the class library.</summary>
[Replaces("System.IO.Ports.Parity")]
public enum DeviceParity
{
    /// <summary>No parity bit.</summary>
    None,

    /// <summary>An odd number of ones.</summary>
    Odd,

    /// <summary>An even number of ones.</summary>
    Even,
}
