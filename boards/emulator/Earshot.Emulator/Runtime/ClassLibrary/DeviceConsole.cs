namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.Console of the class library: the debug channel.</summary>
[Replaces("System.Console")]
public static class DeviceConsole
{
    /// <summary>Writes a text.</summary>
    public static void Write(string value) => EmulatedBoard.Current.Console.Write(value);

    /// <summary>Ends a line.</summary>
    public static void WriteLine() => Write("\r\n");

    /// <summary>Writes a line.</summary>
    public static void WriteLine(string value) => Write(value + "\r\n");
}
