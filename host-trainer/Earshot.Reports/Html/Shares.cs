using System.Globalization;

namespace Earshot.Reports.Html;

/// <summary>Shares as a reader sees them.</summary>
public static class Shares
{
    /// <summary>A share, 0 to 1, in percent with one decimal; a dash where it is not a number.</summary>
    public static string Percent(double share) =>
        double.IsFinite(share) ? (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "–";

    /// <summary>The difference of two shares in points with one decimal and its sign, such as "−0.5 points".</summary>
    public static string Difference(double share, double reference) =>
        (100 * (share - reference)).ToString("+0.0;−0.0;±0.0", CultureInfo.InvariantCulture) + " points";
}
