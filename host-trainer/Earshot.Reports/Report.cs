using System.Security.Cryptography;
using System.Text;
using Earshot.Reports.Html;

namespace Earshot.Reports;

/// <summary>
/// A page that contains everything it shows: no network, no other file. A content security policy in it forbids the
/// browser to load anything and to run any script but the two that it names by their hash.
/// </summary>
public sealed class Report
{
    /// <summary>Creates a report.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="subtitle">One sentence below the title.</param>
    /// <param name="chapters">Its chapters in order.</param>
    public Report(string title, string subtitle, IReadOnlyList<ReportChapter> chapters)
    {
        Title = title;
        Subtitle = subtitle;
        Chapters = chapters;
    }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>One sentence below the title.</summary>
    public string Subtitle { get; }

    /// <summary>The chapters.</summary>
    public IReadOnlyList<ReportChapter> Chapters { get; }

    /// <summary>Writes the page, completely or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Write(string path) => AtomicFile.WriteAllText(path, ToHtml());

    /// <summary>The page.</summary>
    public string ToHtml()
    {
        var library = $"/*\n{Assets.Text("uPlot.LICENSE").Replace("*/", string.Empty)}\n*/\n{Assets.Text("uPlot.js")}".ReplaceLineEndings("\n");
        var script = Assets.Text("report.js").ReplaceLineEndings("\n");
        var timeline = Assets.Text("timeline.js").ReplaceLineEndings("\n");
        var style = HtmlContent.Trusted((Assets.Text("uPlot.css") + Assets.Text("report.css")).ReplaceLineEndings("\n"));
        var policy = $"default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'; script-src {Hash(library)} {Hash(script)} {Hash(timeline)}";
        var chapters = HtmlContent.Join(Chapters.Select(chapter => chapter.Render()));
        return HtmlContent.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Title}</title>
            <style>{style}</style>
            </head>
            <body>
            <header class="page"><p class="brand">Earshot</p><h1>{Title}</h1><p class="subtitle">{Subtitle}</p></header>
            <main>{chapters}</main>
            <script>{HtmlContent.Trusted(library)}</script>
            <script>{HtmlContent.Trusted(script)}</script>
            <script>{HtmlContent.Trusted(timeline)}</script>
            </body>
            </html>

            """).ToString();
    }

    private static string Hash(string script) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";
}
