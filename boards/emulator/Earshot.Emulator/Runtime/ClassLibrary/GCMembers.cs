namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.GC: .NET's own collector, which device code cannot see; finalizers never run.</summary>
[ReplacesMembersOf(typeof(GC))]
public static class GCMembers
{
    /// <summary>Returns at once: there are none.</summary>
    public static void WaitForPendingFinalizers()
    {
    }

    /// <summary>Without effect.</summary>
    public static void SuppressFinalize(object obj) => ArgumentNullException.ThrowIfNull(obj);

    /// <summary>Without effect.</summary>
    public static void ReRegisterForFinalize(object obj) => ArgumentNullException.ThrowIfNull(obj);
}
