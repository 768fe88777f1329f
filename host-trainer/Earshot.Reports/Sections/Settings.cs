using Earshot.Reports.Html;

namespace Earshot.Reports.Sections;

/// <summary>Names and values: the configuration and the machine.</summary>
/// <param name="Entries">The pairs in order.</param>
public sealed record Settings(IReadOnlyList<(string Name, string Value)> Entries) : IReportSection
{
    /// <inheritdoc/>
    public HtmlContent Render() => HtmlContent.Of(
        $"<dl class=\"settings\">{HtmlContent.Join(Entries.Select(entry => HtmlContent.Of($"<div><dt>{entry.Name}</dt><dd>{entry.Value}</dd></div>")))}</dl>");
}
