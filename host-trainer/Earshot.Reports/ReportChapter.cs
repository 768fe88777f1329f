using Earshot.Reports.Html;

namespace Earshot.Reports;

/// <summary>Sections under a heading.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Sections">The sections in order.</param>
public sealed record ReportChapter(string Heading, params IReadOnlyList<IReportSection> Sections)
{
    /// <summary>An optional sentence below the heading.</summary>
    public string? Introduction { get; init; }

    internal HtmlContent Render()
    {
        var introduction = Introduction is null ? HtmlContent.Empty : HtmlContent.Of($"<p class=\"introduction\">{Introduction}</p>");
        return HtmlContent.Of(
            $"<section><h2>{Heading}</h2>{introduction}{HtmlContent.Join(Sections.Select(section => section.Render()))}</section>\n");
    }
}
