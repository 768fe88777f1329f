namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.Diagnostics.Debug of the class library: the debug channel.</summary>
[Replaces("System.Diagnostics.Debug")]
public static class DeviceDebug
{
    /// <summary>Writes a text.</summary>
    public static void Write(string message) => DeviceConsole.Write(message);

    /// <summary>Ends a line.</summary>
    public static void WriteLine() => DeviceConsole.WriteLine();

    /// <summary>Writes a line.</summary>
    public static void WriteLine(string message) => DeviceConsole.WriteLine(message);

    /// <summary>Ends the program when a condition does not hold.</summary>
    public static void Assert(bool condition) => Assert(condition, "", "");

    /// <inheritdoc cref="Assert(bool)"/>
    public static void Assert(bool condition, string message) => Assert(condition, message, "");

    /// <inheritdoc cref="Assert(bool)"/>
    public static void Assert(bool condition, string message, string detailedMessage)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Debug.Assert failed. {message} {detailedMessage}".TrimEnd());
        }
    }
}
