namespace Earshot.Sweeps.Engines;

/// <summary>Names of jobs.</summary>
internal static class JobName
{
    private const int MostCharacters = 52;

    /// <summary>
    /// <c>earshot-</c> and the sweep's name in lower-case letters, digits and hyphens: a DNS label (RFC 1123) with room for what
    /// Kubernetes appends.
    /// </summary>
    public static string Of(string sweep)
    {
        var letters = sweep.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        var name = "earshot-" + string.Concat(letters).Trim('-');
        return name[..Math.Min(name.Length, MostCharacters)].TrimEnd('-');
    }
}
