using System.Globalization;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scenarios;
using Earshot.Reports;
using Earshot.Reports.Charts;
using Earshot.Reports.Sections;
using Earshot.Reports.Timeline;
using Earshot.Yaml;

namespace Earshot.Cli.Output;

/// <summary>A scenario's run as a page with a timeline.</summary>
internal static class ScenarioTimeline
{
    /// <summary>Composes the page.</summary>
    public static Report Create(ScenarioFile file, ScenarioRecorder recorder, ScenarioResult result, string command) => TimelineReport.Create(new TimelineRecord
    {
        Title = file.Configuration.Name,
        Subtitle = Invariant($"{result.Duration.TotalSeconds:0.0} s on an emulated {file.Configuration.Board}."),
        Timeline = new ZoomableTimeline(
            "Everything on one time axis", result.Duration.TotalSeconds, [.. Lanes(recorder, result)], [.. Plots(recorder)])
        {
            Envelope = recorder.Sound is { Stretches.Count: > 0 } sound
                ? new SoundEnvelope(sound.Stretches, (double)sound.StretchSamples / sound.SampleRate)
                : null,
            Samples = recorder.Sound is { } heard ? [.. heard.Samples] : [],
            SampleRate = recorder.Sound?.SampleRate ?? Audio.SampleRates.Model,
        },
        Figures = [.. Figures(result)],
        Verdicts = [.. result.Verdicts.Select(verdict => ((IReadOnlyList<string>)
            [verdict.Expectation, verdict.IsMet ? "met" : "not met", Time(verdict.Time.TotalSeconds), verdict.Found, verdict.Place], verdict.IsMet))],
        Energy = [.. result.Energy.Select(share => (IReadOnlyList<string>)
            [share.Component, share.State, Time(share.Time.TotalSeconds), Invariant($"{share.Coulombs / 3.6:0.0000} mAh"), Share(share, result)])],
        Console = [.. result.Console.Select(line => (IReadOnlyList<string>)[Time(line.Time.TotalSeconds), line.Line])],
        Received = [.. result.Events.Select(heard => (IReadOnlyList<string>)
            [Time(heard.Received.TotalSeconds), heard.Label, Invariant($"{100 * heard.Confidence:0} %"), Invariant($"{heard.Level:0.0} dB(A)")])],
        Settings =
        [
            ("Scenario", Path.GetFileName(file.Path)),
            ("Board", file.Configuration.Board),
            ("Seed", file.Configuration.Seed.ToString(CultureInfo.InvariantCulture)),
            ("Power-on", file.Configuration.PowerOn.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        ],
        Command = command,
    });

    private static IEnumerable<KeyFigure> Figures(ScenarioResult result)
    {
        if (result.Verdicts.Count > 0)
        {
            var met = result.Verdicts.Count(verdict => verdict.IsMet);
            yield return new KeyFigure("Expectations met", $"{met} of {result.Verdicts.Count}", Good: met == result.Verdicts.Count);
        }

        yield return new KeyFigure("Events received", result.Events.Count.ToString(CultureInfo.InvariantCulture));
        yield return new KeyFigure("Starts of the app", result.Boots.ToString(CultureInfo.InvariantCulture));
        yield return new KeyFigure("CPU load", Invariant($"{100 * result.ProcessorLoad:0} %"), "of the emulated core");
        yield return new KeyFigure("Average current", Invariant($"{1000 * result.AverageAmperes:0.00} mA"), result.BatteryLife is { } life ? $"battery for {ScenarioOutput.Life(life)}" : null);
        yield return new KeyFigure("Sound lost", Invariant($"{result.LostSound.TotalSeconds:0.00} s"), Good: result.LostSound == TimeSpan.Zero);
    }

    private static IEnumerable<TimelineLane> Lanes(ScenarioRecorder recorder, ScenarioResult result)
    {
        var end = result.Duration.TotalSeconds;
        var classes = recorder.Labels.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        if (result.Played.Count > 0)
        {
            yield return new TimelineLane("played", [.. result.Played.OrderBy(sound => sound.Start).Select(sound => new TimelineSpan(
                sound.Start.TotalSeconds, Math.Min(end, sound.End.TotalSeconds), sound.Label.Length > 0 ? sound.Label : sound.Name, ColorOf(sound.Label)) { Class = classes.GetValueOrDefault(sound.Label) })]);
        }

        yield return new TimelineLane("arrived", [.. result.Events.Select(heard => new TimelineSpan(
            heard.Received.TotalSeconds, heard.Received.TotalSeconds, heard.Label, ColorOf(heard.Label)) { Class = classes.GetValueOrDefault(heard.Label) })]);
        yield return new TimelineLane("radio", [.. recorder.Radio.Select(sent => new TimelineSpan(
            sent.Seconds, sent.Seconds, Invariant($"{sent.Bytes} B{(sent.IsHeard ? "" : " unheard")}"), sent.IsHeard ? SpanColor.Accent : SpanColor.Bad))]);
        yield return new TimelineLane("power", [.. recorder.Powers.Select((note, index) => new TimelineSpan(
            note.Seconds, index + 1 < recorder.Powers.Count ? recorder.Powers[index + 1].Seconds : end, ConfigurationKeys.Name(note.State.ToString()),
            note.State == PowerState.Off ? SpanColor.Bad : note.State == PowerState.Run ? SpanColor.Good : SpanColor.Neutral))]);
        yield return new TimelineLane("starts", [.. recorder.Boots.Select(boot => new TimelineSpan(
            boot.Seconds, boot.Seconds, ConfigurationKeys.Name(boot.Cause.ToString()), boot.Cause == ResetCause.PowerOn ? SpanColor.Good : SpanColor.Bad))]);
        if (result.Faults.Count > 0)
        {
            yield return new TimelineLane("faults", [.. result.Faults.OrderBy(fault => fault.At).Select(fault => new TimelineSpan(
                fault.At.TotalSeconds, Math.Min(end, fault.End.TotalSeconds), fault.Title, SpanColor.Bad))]);
        }

        if (result.Console.Count > 0)
        {
            yield return new TimelineLane("console", [.. result.Console.Select(line => new TimelineSpan(
                line.Time.TotalSeconds, line.Time.TotalSeconds, line.Line, SpanColor.Neutral))]);
        }

        SpanColor ColorOf(string label) => classes.ContainsKey(label) ? SpanColor.Class : SpanColor.Neutral;
    }

    private static IEnumerable<TimelinePlot> Plots(ScenarioRecorder recorder)
    {
        const double Byte = 256;
        if (recorder.Scores.Count > 0)
        {
            double[] times = [.. recorder.Scores.Select(note => note.Seconds)];
            yield return new TimelinePlot("score", new TimeSeries(times, [.. recorder.Labels.Select((label, index) =>
                new LineSeries(label, [.. recorder.Scores.Select(note => index < note.Scores.Length ? note.Scores[index] / Byte : double.NaN)]))]), 0, 1);
            yield return new TimelinePlot("level, dB", new TimeSeries(times, [new LineSeries("level", [.. recorder.Scores.Select(note => note.Level)])]));
        }

        double[] steps = [.. recorder.Loads.Select(note => note.Seconds)];
        yield return new TimelinePlot("mA", new TimeSeries(steps, [new LineSeries("current", [.. recorder.Loads.Select(note => 1000 * note.Amperes)]) { Color = 1 }]), 0);
        yield return new TimelinePlot("CPU, %", new TimeSeries(steps, [new LineSeries("load", [.. recorder.Loads.Select(note => 100 * note.ProcessorLoad)]) { Color = 2 }]), 0, 100);
    }

    private static string Share(EnergyShare share, ScenarioResult result)
    {
        var all = result.Energy.Sum(other => other.Coulombs);
        return all > 0 ? Invariant($"{100 * share.Coulombs / all:0.0} %") : "–";
    }

    private static string Time(double seconds) => Invariant($"{seconds:0.00} s");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
