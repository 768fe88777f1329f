namespace Earshot.Interop.Generator.Ordering;

/// <summary>
/// Compares full names of types as .NET's culture-sensitive comparison does, whichever mode of globalization this
/// process runs in. The metadata processor sorts with it: by ICU where .NET runs on Linux, macOS or a current Windows,
/// by Windows' own tables in Visual Studio's build.
/// </summary>
/// <remarks>
/// Punctuation comes before digits and digits before letters; the case of a letter only decides between names that are
/// otherwise equal, lower case first. Sources for the order of punctuation: Unicode's default collation (CLDR root)
/// and "Handling sorting in your applications", Microsoft, word sort. Names outside ASCII are not covered; see
/// <see cref="TypeNameRule"/>.
/// </remarks>
internal sealed class TypeNameComparer : IComparer<string>
{
    /// <summary>As ICU.</summary>
    public static readonly TypeNameComparer Unicode = new("_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$");

    /// <summary>As Windows before ICU.</summary>
    public static readonly TypeNameComparer Windows = new("!\"#$%&()*,./:;?@[\\]^_`{|}~+<=>");

    private readonly Dictionary<char, int> _ranks = [];

    private TypeNameComparer(string punctuation)
    {
        foreach (var character in punctuation + "0123456789")
        {
            _ranks.Add(character, _ranks.Count);
        }

        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            var rank = _ranks.Count;
            _ranks.Add(letter, rank);
            _ranks.Add(char.ToUpperInvariant(letter), rank);
        }
    }

    /// <summary>Whether the order of every name of these characters is known.</summary>
    public bool Covers(string name) => name.All(_ranks.ContainsKey);

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var shared = Math.Min(x.Length, y.Length);
        for (var index = 0; index < shared; index++)
        {
            var difference = _ranks[x[index]].CompareTo(_ranks[y[index]]);
            if (difference != 0)
            {
                return difference;
            }
        }

        // Lower case first, and in ASCII it has the greater code.
        return x.Length != y.Length ? x.Length.CompareTo(y.Length) : string.CompareOrdinal(y, x);
    }
}
