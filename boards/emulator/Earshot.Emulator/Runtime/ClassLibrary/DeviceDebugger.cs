namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.Diagnostics.Debugger of the class library: there is none.</summary>
[Replaces("System.Diagnostics.Debugger")]
public static class DeviceDebugger
{
    /// <summary>False.</summary>
    public static bool IsAttached => false;

    /// <summary>Without effect.</summary>
    public static void Break()
    {
    }
}
