using Earshot.Reports.Html;

namespace Earshot.Reports.Sections;

/// <summary>The exact command that gives the same result again.</summary>
/// <param name="Command">The command.</param>
public sealed record CommandLine(string Command) : IReportSection
{
    /// <inheritdoc/>
    public HtmlContent Render() => HtmlContent.Of($"<pre class=\"command\" tabindex=\"0\"><code>{Command}</code></pre>");
}
