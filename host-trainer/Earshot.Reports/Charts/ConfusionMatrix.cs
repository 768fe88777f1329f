using System.Globalization;
using Earshot.Reports.Html;

namespace Earshot.Reports.Charts;

/// <summary>What the clips of each class were taken for, as a table whose cells are coloured by their share of the row.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Labels">The classes.</param>
/// <param name="Counts">Number of clips; first index the true class, second the answer.</param>
public sealed record ConfusionMatrix(string Title, IReadOnlyList<string> Labels, int[,] Counts) : IReportSection
{
    /// <inheritdoc/>
    public HtmlContent Render()
    {
        if (Counts.GetLength(0) != Labels.Count || Counts.GetLength(1) != Labels.Count)
        {
            throw new InvalidOperationException($"'{Title}' has {Labels.Count} labels but {Counts.GetLength(0)} × {Counts.GetLength(1)} counts.");
        }

        var header = HtmlContent.Join(Labels.Select(label => HtmlContent.Of($"<th scope=\"col\"><span>{label}</span></th>")));
        var rows = HtmlContent.Join(Enumerable.Range(0, Labels.Count).Select(Row));
        return HtmlContent.Of(
            $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Title}\"><table class=\"confusion\"><caption>{Title}</caption><thead><tr><td class=\"corner\">answer →<br>true class ↓</td>{header}<th scope=\"col\" class=\"recall\"><span>recall</span></th></tr></thead><tbody>{rows}</tbody></table></div>");
    }

    private HtmlContent Row(int row)
    {
        var total = Enumerable.Range(0, Labels.Count).Sum(column => Counts[row, column]);
        var cells = HtmlContent.Join(Enumerable.Range(0, Labels.Count).Select(column => Cell(row, column, total)));
        var recall = total == 0 ? "–" : (100.0 * Counts[row, row] / total).ToString("F0", CultureInfo.InvariantCulture) + " %";
        return HtmlContent.Of($"<tr><th scope=\"row\">{Labels[row]}</th>{cells}<td class=\"recall\">{recall}</td></tr>");
    }

    private HtmlContent Cell(int row, int column, int total)
    {
        var count = Counts[row, column];
        if (count == 0)
        {
            return HtmlContent.Of($"<td class=\"zero\">0</td>");
        }

        var share = (double)count / total;
        var kind = row == column ? "right" : "wrong";
        var strength = share > 0.55 ? "strong" : "weak";
        return HtmlContent.Of($"<td class=\"{kind} {strength}\" style=\"--share:{share:F3}\">{count}</td>");
    }
}
