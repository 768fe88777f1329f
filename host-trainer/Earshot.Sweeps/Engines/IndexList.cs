using System.Globalization;

namespace Earshot.Sweeps.Engines;

/// <summary>Writes numbers as Slurm takes them.</summary>
internal static class IndexList
{
    /// <summary>Ascending numbers as single ones and runs: <c>1-3,7,9-10</c>.</summary>
    public static string Of(IReadOnlyList<int> numbers)
    {
        var parts = new List<string>();
        for (var start = 0; start < numbers.Count;)
        {
            var end = start;
            while (end + 1 < numbers.Count && numbers[end + 1] == numbers[end] + 1)
            {
                end++;
            }

            parts.Add(end == start
                ? numbers[start].ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{numbers[start]}-{numbers[end]}"));
            start = end + 1;
        }

        return string.Join(',', parts);
    }
}
