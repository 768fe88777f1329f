namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.Exception: a stack trace without the emulator's own frames.</summary>
[ReplacesMembersOf(typeof(Exception))]
public static class ExceptionMembers
{
#pragma warning disable IDE1006 // Property accessors keep the name that IL knows them by.
    /// <summary>The device's frames, innermost first.</summary>
    public static string get_StackTrace(Exception self) =>
        string.Concat(Scheduling.DeviceStack.Of(self).Select(frame => $"    at {frame}\r\n"));
#pragma warning restore IDE1006

    /// <summary>Type, message and stack.</summary>
    public static string ToString(Exception self) => $"{self.GetType().FullName}: {self.Message}\r\n{get_StackTrace(self)}";
}
