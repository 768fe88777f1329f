namespace Earshot.Interop.Generator.Ordering;

/// <summary>
/// The rule for names in an assembly with native methods: wherever the metadata processor is run, their order must be
/// the same, or firmware and assembly would disagree about the table without anybody noticing.
/// </summary>
internal static class TypeNameRule
{
    /// <summary>Requires that ICU and Windows put the names into one and the same order.</summary>
    /// <exception cref="InputException">They do not; the message names two types.</exception>
    public static void Require(IReadOnlyList<string> names, string path)
    {
        var strange = names.FirstOrDefault(name => !TypeNameComparer.Unicode.Covers(name) || !TypeNameComparer.Windows.Covers(name));
        if (strange is not null)
        {
            throw new InputException(
                path,
                $"the place of type {strange} in the native table depends on the machine that builds it.",
                "Name it with the letters A to Z and digits only.");
        }

        RequireSame([.. names.Order(TypeNameComparer.Unicode)], [.. names.Order(TypeNameComparer.Windows)], path);
    }

    /// <summary>Whether comparison by code, which invariant globalization means, puts the names into another order.</summary>
    public static bool DependsOnCulture(IReadOnlyList<string> names) =>
        !names.Order(TypeNameComparer.Unicode).SequenceEqual(names.Order(StringComparer.Ordinal));

    private static void RequireSame(List<string> first, List<string> second, string path)
    {
        var index = Enumerable.Range(0, first.Count).FirstOrDefault(index => first[index] != second[index], -1);
        if (index >= 0)
        {
            throw new InputException(
                path,
                $"whether type {first[index]} or {second[index]} comes first in the native table depends on the machine that builds it.",
                "Rename one, so that they differ in more than case and punctuation, and keep to one root namespace.");
        }
    }
}
