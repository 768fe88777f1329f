namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.Char: case conversion as instance methods.</summary>
[ReplacesMembersOf(typeof(char))]
public static class CharMembers
{
    /// <summary>The lower-case letter.</summary>
    public static char ToLower(ref char self) => char.ToLowerInvariant(self);

    /// <summary>The upper-case letter.</summary>
    public static char ToUpper(ref char self) => char.ToUpperInvariant(self);
}
