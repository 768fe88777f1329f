namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.ObjectDisposedException: the class library's names no object.</summary>
[ReplacesMembersOf(typeof(ObjectDisposedException))]
public static class ObjectDisposedExceptionMembers
{
    /// <summary>Without a message.</summary>
    public static ObjectDisposedException New() => new(null);
}
