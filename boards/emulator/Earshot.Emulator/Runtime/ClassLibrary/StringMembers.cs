using System.Globalization;

namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.String: formatting with the class library's own texts, comparisons without a culture.</summary>
[ReplacesMembersOf(typeof(string))]
public static class StringMembers
{
    /// <summary>Formats in the invariant culture.</summary>
    public static string Format(string format, params object?[] args) =>
        string.Format(CultureInfo.InvariantCulture, format, Array.ConvertAll(args, Printable));

    /// <summary>Joins texts of values.</summary>
    public static string Concat(object? arg0) => Text(arg0);

    /// <inheritdoc cref="Concat(object)"/>
    public static string Concat(object? arg0, object? arg1) => Text(arg0) + Text(arg1);

    /// <inheritdoc cref="Concat(object)"/>
    public static string Concat(object? arg0, object? arg1, object? arg2) => Text(arg0) + Text(arg1) + Text(arg2);

    /// <inheritdoc cref="Concat(object)"/>
    public static string Concat(params object?[] args) => string.Concat(Array.ConvertAll(args, Text));

    /// <summary>Compares by code unit, as nanoCLR does.</summary>
    public static int Compare(string strA, string strB) => string.CompareOrdinal(strA, strB);

    /// <inheritdoc cref="Compare"/>
    public static int CompareTo(string self, string strB) => string.CompareOrdinal(self, strB);

    /// <inheritdoc cref="Compare"/>
    public static int CompareTo(string self, object value) => string.CompareOrdinal(self, (string)value);

    /// <summary>Whether it begins with a text, by code unit.</summary>
    public static bool StartsWith(string self, string value) => self.StartsWith(value, StringComparison.Ordinal);

    /// <summary>Whether it ends with a text, by code unit.</summary>
    public static bool EndsWith(string self, string value) => self.EndsWith(value, StringComparison.Ordinal);

    /// <summary>Where a text begins, by code unit.</summary>
    public static int IndexOf(string self, string value) => self.IndexOf(value, StringComparison.Ordinal);

    /// <inheritdoc cref="IndexOf(string, string)"/>
    public static int IndexOf(string self, string value, int startIndex) =>
        self.IndexOf(value, startIndex, StringComparison.Ordinal);

    /// <inheritdoc cref="IndexOf(string, string)"/>
    public static int IndexOf(string self, string value, int startIndex, int count) =>
        self.IndexOf(value, startIndex, count, StringComparison.Ordinal);

    private static object? Printable(object? value) => value is Enum number ? number.ToString("D") : value;

    private static string Text(object? value) => value is null ? "" : ObjectMembers.ToString(value) ?? "";
}
