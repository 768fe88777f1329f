namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.Guid: random ones come from the board's seed.</summary>
[ReplacesMembersOf(typeof(Guid))]
public static class GuidMembers
{
    /// <summary>A random GUID.</summary>
    public static Guid NewGuid()
    {
        var bytes = new byte[16];
        EmulatedBoard.Current.Entropy.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>Reads the form with dashes.</summary>
    public static bool TryParseGuidWithDashes(string input, out Guid result) => Guid.TryParseExact(input, "D", out result);
}
