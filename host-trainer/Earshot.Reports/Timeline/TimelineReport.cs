using Earshot.Reports.Sections;

namespace Earshot.Reports.Timeline;

/// <summary>Composes the page on a scenario's run.</summary>
public static class TimelineReport
{
    /// <summary>Composes the page.</summary>
    public static Report Create(TimelineRecord record)
    {
        var chapters = new List<ReportChapter> { new("Result", new KeyFigures(record.Figures)) };
        if (record.Verdicts.Count > 0)
        {
            chapters.Add(new ReportChapter("Expectations", new DataTable(
                "What was expected and what there was",
                [new("Expected"), new("Result") { IsVerdict = true }, new("At", true), new("Found"), new("Where")],
                [.. record.Verdicts.Select(verdict => verdict.Cells)])
            {
                Good = [.. record.Verdicts.Select(verdict => (bool?)verdict.IsMet)],
            }));
        }

        IReportSection[] sound = record.Timeline.Samples.Length > 0
            ? [new SoundPlayer("What the microphone heard", record.Timeline.Samples, record.Timeline.SampleRate)]
            : [];
        chapters.Add(new ReportChapter("Timeline", [.. sound, record.Timeline]));
        AddTable(chapters, "Radio log", "Every event as the receiver at the other end of the radio decoded it", [new("Time"), new("Label"), new("Confidence", true), new("LAeq", true)], record.Received);
        AddTable(chapters, "Energy", "Charge by component and state", [new("Component"), new("State"), new("Time", true), new("Charge", true), new("Share", true)], record.Energy);
        AddTable(chapters, "Console", "What the app printed", [new("Time"), new("Line")], record.Console);
        chapters.Add(new ReportChapter("Run it again", new CommandLine(record.Command), new Settings(record.Settings)));
        return new Report(record.Title, record.Subtitle, chapters);
    }

    private static void AddTable(
        List<ReportChapter> chapters, string heading, string caption, IReadOnlyList<TableColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        const int Most = 500;
        if (rows.Count == 0)
        {
            return;
        }

        var chapter = new ReportChapter(heading, new DataTable(caption, columns, [.. rows.Take(Most)]));
        chapters.Add(rows.Count <= Most ? chapter : chapter with { Introduction = $"The first {Most} of {rows.Count}." });
    }
}
