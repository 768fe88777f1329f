using System.Collections;
using System.Reflection;
using System.Text;

namespace Earshot.Yaml;

/// <summary>
/// The keys of a record of options, found by reflection: an option that is added to a record is a key of the YAML file at once.
/// </summary>
public static class ConfigurationKeys
{
    /// <summary>The options of a record that can be set in a file, in the order of their declaration.</summary>
    /// <param name="type">The record.</param>
    /// <param name="isKey">Says which of them a file may set; null for all.</param>
    public static IReadOnlyList<PropertyInfo> Of(Type type, Predicate<PropertyInfo>? isKey = null) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && (isKey is null || isKey(property)))];

    /// <summary>Whether values of a type are written as one word or as a list, rather than as keys of their own.</summary>
    public static bool IsValue(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(TimeSpan) || plain == typeof(DateTime) || IsList(plain);
    }

    /// <summary>Whether a type is a list of values.</summary>
    public static bool IsList(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    /// <summary><c>MixShare</c> as <c>mix-share</c>.</summary>
    public static string Name(string property)
    {
        var name = new StringBuilder();
        for (var i = 0; i < property.Length; i++)
        {
            var startsWord = char.IsUpper(property[i])
                && (i == 0 || !char.IsUpper(property[i - 1]) || (i + 1 < property.Length && char.IsLower(property[i + 1])));
            name.Append(i > 0 && startsWord ? "-" : "").Append(char.ToLowerInvariant(property[i]));
        }

        return name.ToString();
    }

    /// <summary>Of several names that which is nearest to a mistyped one; null when none is near.</summary>
    public static string? Nearest(string mistyped, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: Distance(mistyped.ToLowerInvariant().Replace('_', '-'), name)))
        .Where(item => item.Distance <= Math.Max(2, item.Name.Length / 3))
        .OrderBy(item => item.Distance)
        .Select(item => item.Name)
        .FirstOrDefault();

    /// <summary>Insertions, deletions and substitutions between two words (Levenshtein, 1966), hyphens being free.</summary>
    private static int Distance(string left, string right)
    {
        left = left.Replace("-", "", StringComparison.Ordinal);
        right = right.Replace("-", "", StringComparison.Ordinal);
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
