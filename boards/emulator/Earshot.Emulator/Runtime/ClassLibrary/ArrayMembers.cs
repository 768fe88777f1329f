using System.Collections;

namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.Array: members that .NET has only through interfaces.</summary>
[ReplacesMembersOf(typeof(Array))]
public static class ArrayMembers
{
    /// <summary>The element at an index.</summary>
    public static object? GetValue(Array self, int index) => self.GetValue(index);

    /// <summary>Binary search with a comparer.</summary>
    public static int BinarySearch(Array array, object value, IComparer comparer) => Array.BinarySearch(array, value, comparer);
}
