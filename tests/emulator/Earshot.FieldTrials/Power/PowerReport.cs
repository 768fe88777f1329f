using System.Globalization;
using Earshot.Emulator;
using Earshot.Payload;
using Spectre.Console;

namespace Earshot.FieldTrials.Power;

/// <summary>Shows what a node has drawn, by component and state.</summary>
public static class PowerReport
{
    private const double Milli = 1e3;

    /// <summary>Writes the table; returns whether the average is within the limit.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="result">The run, with every current known.</param>
    /// <param name="uplinks">What arrived.</param>
    /// <param name="limit">Amperes.</param>
    public static bool Write(IAnsiConsole console, NodeEmulationResult result, IReadOnlyList<Uplink> uplinks, double limit)
    {
        var seconds = result.Duration.TotalSeconds;
        var table = new Table().RoundedBorder();
        table.AddColumn("Component").AddColumn("State");
        foreach (var name in new[] { "Time", "mA in it", "mA on average" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (var state in result.Power.States)
        {
            table.AddRow(
                state.Component,
                state.State,
                (state.Time.TotalSeconds / seconds).ToString("P3", CultureInfo.InvariantCulture),
                Number(state.Coulombs / Math.Max(state.Time.TotalSeconds, 1e-9)),
                Number(state.Coulombs / seconds));
        }

        console.Write(table);
        var average = result.Power.AverageAmperes ?? double.PositiveInfinity;
        console.WriteLine(FormattableString.Invariant($"{result.Duration.TotalHours:F1} h: {average * Milli:F4} mA on average (limit {limit * Milli:F1} mA); core busy {result.ProcessorLoad:P2}; sound lost {result.LostSound.TotalSeconds:F1} s"));
        var kinds = uplinks.GroupBy(uplink => uplink.GetType().Name).OrderBy(kind => kind.Key, StringComparer.Ordinal);
        console.WriteLine("Arrived: " + string.Join(", ", kinds.Select(kind => FormattableString.Invariant($"{kind.Count()} {kind.Key}"))));
        return average <= limit;
    }

    private static string Number(double amperes) => (amperes * Milli).ToString("F5", CultureInfo.InvariantCulture);
}
