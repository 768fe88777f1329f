using System.Runtime.CompilerServices;

namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.Object: texts and hash codes that do not depend on the process.</summary>
[ReplacesMembersOf(typeof(object))]
public static class ObjectMembers
{
    /// <summary>An enumeration's text is its number: nanoCLR does not keep the names.</summary>
    public static string? ToString(object self) => self switch
    {
        null => throw new NullReferenceException(),
        Enum value => value.ToString("D"),
        Exception exception when exception.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType == typeof(Exception) =>
            ExceptionMembers.ToString(exception),
        _ => self.ToString(),
    };

    /// <summary>.NET seeds strings' and objects' hash codes anew in each process; these are the same in every run.</summary>
    public static int GetHashCode(object self) => self switch
    {
        null => throw new NullReferenceException(),
        string text => OfString(text),
        _ => self.GetHashCode() is var code && code == RuntimeHelpers.GetHashCode(self) ? IdentityHashCode(self) : code,
    };

    /// <summary>What <c>base.GetHashCode()</c> means in a class that derives from Object.</summary>
    public static int IdentityHashCode(object instance) => EmulatedBoard.Current.IdentityOf(instance);

    private static int OfString(string text)
    {
        // FNV-1a over UTF-16 units.
        var hash = 2166136261;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 16777619;
        }

        return (int)hash;
    }
}
