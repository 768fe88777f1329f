using Earshot.Reports.Html;

namespace Earshot.Reports.Sections;

/// <summary>The numbers that a reader looks for first, as tiles.</summary>
/// <param name="Figures">The numbers.</param>
public sealed record KeyFigures(IReadOnlyList<KeyFigure> Figures) : IReportSection
{
    /// <inheritdoc/>
    public HtmlContent Render() => HtmlContent.Of($"<dl class=\"figures\">{HtmlContent.Join(Figures.Select(Tile))}</dl>");

    private static HtmlContent Tile(KeyFigure figure)
    {
        var mark = figure.Good switch
        {
            true => "good",
            false => "bad",
            null => "plain",
        };
        var note = figure.Note is null ? HtmlContent.Empty : HtmlContent.Of($"<dd class=\"note\">{figure.Note}</dd>");
        return HtmlContent.Of($"<div class=\"{mark}\"><dt>{figure.Name}</dt><dd>{figure.Value}</dd>{note}</div>");
    }
}
