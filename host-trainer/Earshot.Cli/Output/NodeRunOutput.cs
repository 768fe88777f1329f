using System.Globalization;
using Earshot.Cli.Emulation;
using Earshot.Native;
using Earshot.Payload;
using Earshot.Reports.Emulation;
using Spectre.Console;
using KeyFigure = Earshot.Reports.Sections.KeyFigure;
using ReportedEvent = Earshot.Reports.Emulation.ReceivedEvent;
using ReportedSound = Earshot.Reports.Emulation.PlayedSound;

namespace Earshot.Cli.Output;

/// <summary>Shows what an emulated node did.</summary>
internal static class NodeRunOutput
{
    /// <summary>Prints what was played and what arrived.</summary>
    /// <param name="result">The run.</param>
    /// <param name="areEventsTold">Whether events were printed as they arrived.</param>
    public static void Show(NodeRunResult result, bool areEventsTold = false)
    {
        if (result.Judged.Any())
        {
            ShowPlayed(result);
        }
        else if (!areEventsTold)
        {
            ShowEvents(result);
        }

        var node = result.Node;
        AnsiConsole.WriteLine(FormattableString.Invariant(
            $"{node.Duration.TotalSeconds:0.0} s of sound, {node.Events.Count} events over the radio, CPU load {100 * node.ProcessorLoad:0} %, {result.RealtimeFactor:0} × real time ({result.ProcessorRealtimeFactor:0} × by processor time)."));
        ResourceOutput.Show(node.Resources);
        if (node.LostSound > TimeSpan.Zero)
        {
            AnsiConsole.WriteLine(FormattableString.Invariant($"The app was too slow: {node.LostSound.TotalSeconds:0.00} s of sound were lost."));
        }
    }

    /// <summary>The same as data.</summary>
    public static object Json(NodeRunResult result) => new
    {
        Events = result.Node.Events.Select(heard => new
        {
            TimeS = heard.Received.TotalSeconds,
            heard.Label,
            heard.Confidence,
            StartS = heard.Start.TotalSeconds,
            DurationS = heard.Duration.TotalSeconds,
            LaeqDb = heard.Level,
            heard.Sequence,
        }),
        result.RealtimeFactor,
        DurationS = result.Node.Duration.TotalSeconds,
        Played = result.Judged.Count(),
        result.Right,
        Sounds = result.Judged.Select(sound => new { sound.Played.Name, sound.Played.Label, Arrived = sound.Label, Right = sound.IsRight }),
        CpuLoad = result.Node.ProcessorLoad,
        NativeCpuLoad = result.Node.NativeLoad,
        LostS = result.Node.LostSound.TotalSeconds,
        result.ProcessorRealtimeFactor,
        Resources = ResourceOutput.Json(result.Node.Resources),
    };

    /// <summary>Writes the HTML report.</summary>
    public static void WriteReport(string path, NodeRunRequest request, NodeRunResult result)
    {
        using var model = Model.OpenFile(request.PackPath);
        var hearing = result.Samples.Length > 0 ? HostHearing.Hear(request.PackPath, result.Samples) : default;
        EmulationReport.Create(new EmulationRecord
        {
            Title = request.Title,
            Board = request.Board.Name,
            Labels = [.. model.Classes.Select(item => item.Label)],
            Seconds = result.Node.Duration.TotalSeconds,
            Played = [.. result.Matched.Select(Reported)],
            Received = [.. result.Node.Events.Select(heard => new ReportedEvent(heard.Received.TotalSeconds, heard.Label, heard.Confidence, heard.Level)
            {
                Right = result.Judged.Where(sound => sound.Events.Contains(heard)).Select(sound => (bool?)(sound.Played.Label == heard.Label)).Max(),
            })],
            Scores = hearing.Scores,
            Levels = hearing.Levels,
            Samples = result.Samples,
            SampleRate = result.SampleRate,
            Figures =
            [
                new KeyFigure("Speed", FormattableString.Invariant($"{result.RealtimeFactor:0} ×"), "real time, on this machine"),
                new KeyFigure("CPU load", FormattableString.Invariant($"{100 * result.Node.ProcessorLoad:0} %"), "of the emulated core"),
                new KeyFigure("Sound lost", FormattableString.Invariant($"{result.Node.LostSound.TotalSeconds:0.00} s"), Good: result.Node.LostSound == TimeSpan.Zero),
            ],
            Settings =
            [
                ("Board", request.Board.Target),
                ("Microcontroller", request.Board.Mcu),
                ("Model", model.Name),
                ("Pack", $"{new FileInfo(request.PackPath).Length} bytes, in the deployment region"),
            ],
            Command = request.Command,
        }).Write(path);
    }

    private static void ShowPlayed(NodeRunResult result)
    {
        var table = new Table().Title("Played, and what arrived over the radio").RoundedBorder();
        table.AddColumns("Played", "Arrived", "").AddColumn(new TableColumn("Confidence").RightAligned())
            .AddColumn(new TableColumn("LAeq").RightAligned()).AddColumn(new TableColumn("At").RightAligned());
        foreach (var sound in result.Judged)
        {
            var answer = sound.Events.FirstOrDefault(heard => heard.Label == sound.Label);
            table.AddRow(
                Markup.Escape(sound.Played.Label),
                Markup.Escape(sound.Label ?? "nothing"),
                sound.IsRight ? "[green]right[/]" : "[red]wrong[/]",
                sound.Label is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{100 * sound.Confidence:0} %"),
                answer is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{answer.Level:0.0} dB(A)"),
                answer is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{answer.Received.TotalSeconds:0.00} s"));
        }

        AnsiConsole.Write(table);
        var judged = result.Judged.Count();
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{result.Right} of {judged} sounds right ({100.0 * result.Right / judged:0.0} %)."));
    }

    private static void ShowEvents(NodeRunResult result)
    {
        foreach (var heard in result.Node.Events)
        {
            ShowEvent(heard);
        }
    }

    /// <summary>Prints one event as it arrived.</summary>
    public static void ShowEvent(Earshot.Payload.ReceivedEvent heard) => AnsiConsole.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{heard.Received.TotalSeconds,9:0.00} s  {heard.Label,-20} {100 * heard.Confidence,3:0} %  {heard.Level,5:0.0} dB(A)  from {heard.Start.TotalSeconds:0.00} s for {heard.Duration.TotalSeconds:0.00} s"));

    private static ReportedSound Reported(MatchedSound sound)
    {
        var answer = sound.Events.FirstOrDefault(heard => heard.Label == sound.Label);
        return new ReportedSound(
            sound.Played.Label.Length > 0 ? sound.Played.Label : "?", sound.Played.Start.TotalSeconds, sound.Played.End.TotalSeconds, sound.Played.Name)
        {
            Answer = sound.Label,
            Right = sound.Played.Label.Length > 0 ? sound.IsRight : null,
            Confidence = sound.Label is null ? null : sound.Confidence,
            LevelDecibels = answer?.Level,
            DelaySeconds = answer is null ? null : (answer.Received - sound.Played.Start).TotalSeconds,
        };
    }
}
