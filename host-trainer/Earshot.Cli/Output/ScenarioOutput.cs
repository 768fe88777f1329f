using System.Globalization;
using Earshot.Emulator.Scenarios;
using Earshot.Emulator.Scheduling;
using Earshot.Yaml;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows what happened in a scenario.</summary>
internal static class ScenarioOutput
{
    private const int LastLines = 8;

    /// <summary>Prints events, expectations and numbers.</summary>
    public static void Show(ScenarioResult result)
    {
        foreach (var heard in result.Events)
        {
            NodeRunOutput.ShowEvent(heard);
        }

        foreach (var verdict in result.Verdicts)
        {
            AnsiConsole.Markup(verdict.IsMet ? "[green]met[/]     " : "[red]not met[/] ");
            // Not wrapped: a line is one expectation for whoever searches the output.
            Console.Out.WriteLine($"{verdict.Place}: {verdict.Expectation}; at {VirtualTime.Format(VirtualTime.From(verdict.Time))}: {verdict.Found}");
        }

        if (result.Outcome is RunOutcome.UncaughtException or RunOutcome.BlockedForever)
        {
            AnsiConsole.WriteLine($"The app stopped ({ConfigurationKeys.Name(result.Outcome.ToString())}). The last lines of its trace:");
            foreach (var line in result.Trace.TakeLast(LastLines))
            {
                Console.Out.WriteLine(line);
            }
        }

        Console.Out.WriteLine(Summary(result));
        if (result.Verdicts.Count > 0)
        {
            var met = result.Verdicts.Count(verdict => verdict.IsMet);
            AnsiConsole.WriteLine($"{met} of {result.Verdicts.Count} expectations met.");
        }
    }

    /// <summary>The same as data.</summary>
    public static object Json(ScenarioResult result) => new
    {
        result.Name,
        Outcome = ConfigurationKeys.Name(result.Outcome.ToString()),
        Met = result.IsMet,
        DurationS = result.Duration.TotalSeconds,
        result.Boots,
        CpuLoad = result.ProcessorLoad,
        LostS = result.LostSound.TotalSeconds,
        AverageCurrentMa = 1000 * result.AverageAmperes,
        BatteryLifeDays = result.BatteryLife?.TotalDays,
        result.UnknownCurrents,
        result.UnheardBytes,
        result.RejectedLines,
        result.Failure,
        Events = result.Events.Select(heard => new
        {
            TimeS = heard.Received.TotalSeconds,
            heard.Label,
            heard.Confidence,
            StartS = heard.Start.TotalSeconds,
            DurationS = heard.Duration.TotalSeconds,
            LaeqDb = heard.Level,
            heard.Sequence,
        }),
        Expectations = result.Verdicts.Select(verdict => new
        {
            verdict.Place,
            Expected = verdict.Expectation,
            Met = verdict.IsMet,
            TimeS = verdict.Time.TotalSeconds,
            verdict.Found,
        }),
        Energy = result.Energy.Select(share => new { share.Component, share.State, TimeS = share.Time.TotalSeconds, share.Coulombs }),
        Console = result.Console.Select(line => new { TimeS = line.Time.TotalSeconds, line.Line }),
    };

    /// <summary>A battery's life for people.</summary>
    public static string Life(TimeSpan life) => life == TimeSpan.MaxValue ? "more than 100 years" : life.TotalDays >= 730
        ? string.Create(CultureInfo.InvariantCulture, $"{life.TotalDays / 365.25:0.0} years")
        : string.Create(CultureInfo.InvariantCulture, $"{life.TotalDays:0.0} days");

    private static string Summary(ScenarioResult result)
    {
        var unknown = result.UnknownCurrents.Count == 0 ? "" : $" without {string.Join(", ", result.UnknownCurrents)} (not stated for the board)";
        var battery = result.BatteryLife is { } life ? $", battery for {Life(life)}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Duration.TotalSeconds:0.0} s, {result.Events.Count} events, {result.Boots} starts, CPU load {100 * result.ProcessorLoad:0} %, {1000 * result.AverageAmperes:0.000} mA on average{unknown}{battery}, {result.LostSound.TotalSeconds:0.00} s of sound lost.");
    }
}
