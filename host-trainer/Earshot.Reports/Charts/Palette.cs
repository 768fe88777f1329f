using System.Globalization;

namespace Earshot.Reports.Charts;

/// <summary>Colours for classes and lines that can be told apart on a light and on a dark ground.</summary>
internal static class Palette
{
    private static readonly string[] First =
    [
        "#3b82c4", "#e0752d", "#2f9e6e", "#cf4b5e", "#8d6bc9", "#a98413", "#d0619f", "#3a9fa8", "#7f8b2f", "#8a6f5c",
    ];

    /// <summary>The colour of an index, from 0.</summary>
    public static string Color(int index)
    {
        if (index < First.Length)
        {
            return First[index];
        }

        // The golden angle spreads any number of hues evenly.
        const double GoldenAngle = 137.508;
        return string.Create(CultureInfo.InvariantCulture, $"hsl({index * GoldenAngle % 360:F0} 45% 50%)");
    }
}
