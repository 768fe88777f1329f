using Earshot.Reports.Html;

namespace Earshot.Reports.Sections;

/// <summary>A table; the first column names the row.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows; each has a cell for each column.</param>
public sealed record DataTable(string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : IReportSection
{
    /// <summary>For each row whether it is as it should be (null where not judged), or null for a plain table.</summary>
    public IReadOnlyList<bool?>? Good { get; init; }

    /// <inheritdoc/>
    public HtmlContent Render()
    {
        var header = HtmlContent.Join(Columns.Select(column => HtmlContent.Of($"<th scope=\"col\" class=\"{column.Class}\">{column.Name}</th>")));
        var rows = HtmlContent.Join(Rows.Select(Row));
        return HtmlContent.Of(
            $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Caption}\"><table><caption>{Caption}</caption><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table></div>");
    }

    private HtmlContent Row(IReadOnlyList<string> cells, int index)
    {
        if (cells.Count != Columns.Count)
        {
            throw new InvalidOperationException($"Row {index} of '{Caption}' has {cells.Count} cells instead of {Columns.Count}.");
        }

        var mark = Good?[index] switch
        {
            true => "good",
            false => "bad",
            null => "plain",
        };
        var first = HtmlContent.Of($"<th scope=\"row\" class=\"{Columns[0].Class}\">{cells[0]}</th>");
        var others = cells.Skip(1).Select((cell, i) => HtmlContent.Of($"<td class=\"{Columns[i + 1].Class}\">{cell}</td>"));
        return HtmlContent.Of($"<tr class=\"{mark}\">{first}{HtmlContent.Join(others)}</tr>");
    }
}
