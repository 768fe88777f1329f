using System.Globalization;
using Earshot.Reports.Charts;
using Earshot.Reports.Sections;

namespace Earshot.Reports.Emulation;

/// <summary>Composes the report on a run of an emulated node, for <c>demo</c> and <c>emulate</c>.</summary>
public static class EmulationReport
{
    /// <summary>Composes the report.</summary>
    public static Report Create(EmulationRecord record)
    {
        var chapters = new List<ReportChapter> { new("Result", Figures(record)) };
        if (record.Played.Count > 0)
        {
            chapters.Add(new ReportChapter("Played and arrived", PlayedTable(record)));
        }

        chapters.Add(Timeline(record));
        chapters.Add(new ReportChapter("Radio log", ReceivedTable(record))
        {
            Introduction = "Every event as the receiver at the other end of the radio decoded it.",
        });
        chapters.AddRange(record.Chapters);
        chapters.Add(new ReportChapter("Run it again", new CommandLine(record.Command), new Settings(record.Settings)));
        return new Report(
            record.Title,
            $"{Number(record.Seconds, "0.0")} s of sound played to an emulated {record.Board}; the labels below arrived over its radio.",
            chapters);
    }

    private static KeyFigures Figures(EmulationRecord record)
    {
        var figures = new List<KeyFigure>();
        var judged = record.Played.Where(sound => sound.Right is not null).ToArray();
        if (judged.Length > 0)
        {
            var right = judged.Count(sound => sound.Right == true);
            figures.Add(new KeyFigure(
                "Sounds recognised", $"{right} of {judged.Length}", $"{Number(100.0 * right / judged.Length, "0")} %", right >= 0.7 * judged.Length));
        }

        figures.Add(new KeyFigure("Events received", record.Received.Count.ToString(CultureInfo.InvariantCulture)));
        var delays = record.Played.Select(sound => sound.DelaySeconds).OfType<double>().Order().ToArray();
        if (delays.Length > 0)
        {
            figures.Add(new KeyFigure("Median delay", $"{Number(delays[delays.Length / 2], "0.00")} s", "begin of the sound to arrival"));
        }

        figures.AddRange(record.Figures);
        return new KeyFigures(figures);
    }

    private static DataTable PlayedTable(EmulationRecord record) => new(
        "What was played and what arrived over the radio",
        [
            new("Played"), new("From", true), new("Arrived"), new("Result") { IsVerdict = true }, new("Confidence", true), new("LAeq", true), new("Delay", true), new("Source"),
        ],
        [.. record.Played.Select(sound => (IReadOnlyList<string>)
        [
            sound.Label,
            $"{Number(sound.StartSeconds, "0.0")} s",
            sound.Answer ?? "nothing",
            sound.Right switch { true => "✓ right", false => "✗ wrong", null => "–" },
            Optional(sound.Confidence * 100, "0", "%"),
            Optional(sound.LevelDecibels, "0.0", "dB(A)"),
            Optional(sound.DelaySeconds, "0.00", "s"),
            sound.Source,
        ])])
    {
        Good = [.. record.Played.Select(sound => sound.Right)],
    };

    private static DataTable ReceivedTable(EmulationRecord record) => new(
        "Events in the order of their arrival",
        [new("Time"), new("Label"), new("Confidence", true), new("LAeq", true)],
        [.. record.Received.Select(received => (IReadOnlyList<string>)
        [
            $"{Number(received.Seconds, "0.00")} s",
            received.Label,
            $"{Number(100 * received.Confidence, "0")} %",
            Optional(received.LevelDecibels, "0.0", "dB(A)"),
        ])]);

    private static ReportChapter Timeline(EmulationRecord record)
    {
        var color = record.Labels.Select((label, index) => (label, index)).ToDictionary(pair => pair.label, pair => pair.index);
        var timeline = new EventTimeline(
            "Sound, scores and events on one time axis",
            record.Seconds,
            [.. record.Played.Select(sound => new TimelineBand(
                sound.Label, sound.StartSeconds, sound.EndSeconds, color.GetValueOrDefault(sound.Label, record.Labels.Count)))],
            [.. record.Received.Select(received => new TimelineMarker(
                received.Label, received.Seconds, color.GetValueOrDefault(received.Label, record.Labels.Count), received.Right))])
        {
            Scores = record.Scores,
            Levels = record.Levels,
            Samples = record.Samples,
            SampleRate = record.SampleRate,
        };
        return record.Samples.Length == 0
            ? new ReportChapter("Timeline", timeline)
            : new ReportChapter("Timeline", new SoundPlayer("What the microphone heard", record.Samples, record.SampleRate), timeline)
            {
                Introduction = "Play the sound and watch the cursor, or choose a played sound to start there.",
            };
    }

    private static string Optional(double? value, string format, string unit) => value is { } number ? $"{Number(number, format)} {unit}" : "–";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
