namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.BitConverter: what .NET has as a field.</summary>
[ReplacesMembersOf(typeof(BitConverter))]
public static class BitConverterMembers
{
#pragma warning disable IDE1006 // Property accessors keep the name that IL knows them by.
    /// <summary>True, as on every Cortex-M.</summary>
    public static bool get_IsLittleEndian() => true;
#pragma warning restore IDE1006
}
