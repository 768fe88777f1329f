using System.Runtime.CompilerServices;

namespace Earshot.Packages;

/// <summary>What the test gives the app; its native half is in the test.</summary>
public static class Host
{
    /// <summary>The name of the scenario to run.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern string Scenario();

    /// <summary>Hands a result to the test.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Report(string text);
}
