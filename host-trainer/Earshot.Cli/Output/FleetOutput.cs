using System.Globalization;
using Earshot.Cli.Emulation;
using Earshot.Emulator.Fleet;
using Earshot.Emulator.Scheduling;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows what a fleet did.</summary>
internal static class FleetOutput
{
    // More nodes than fit a screen are summed up.
    private const int MostRows = 24;

    /// <summary>Prints the nodes or their extremes, the events by label, and the speed.</summary>
    public static void Show(FleetRunResult run)
    {
        var fleet = run.Fleet;
        AnsiConsole.Write(fleet.Nodes.Count <= MostRows ? ByNode(fleet) : Extremes(fleet));
        foreach (var label in fleet.Events.GroupBy(heard => heard.Event.Label).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            AnsiConsole.WriteLine(FormattableString.Invariant($"{label.Count(),8} × {label.Key}, by {label.Select(heard => heard.Node).Distinct().Count()} nodes"));
        }

        foreach (var ended in fleet.Ended.Take(MostRows))
        {
            AnsiConsole.WriteLine(FormattableString.Invariant($"Node {ended.Node} ended at {ended.Result.Duration.TotalSeconds:0.000} s: {Why(ended)}"));
        }

        AnsiConsole.WriteLine(FormattableString.Invariant(
            $"{fleet.Nodes.Count} nodes for {fleet.Duration.TotalSeconds:0.0} s, {fleet.Events.Count} events; {run.RealtimeFactor:0.0} × real time ({run.ProcessorRealtimeFactor:0.00} × by processor time), {run.PeakMemory / 1048576.0:0} MiB."));
        if (run.WasCancelled)
        {
            AnsiConsole.WriteLine("Cancelled: this is what had happened by then.");
        }
    }

    /// <summary>The same as data.</summary>
    public static object Json(FleetRunResult run) => new
    {
        run.RealtimeFactor,
        run.ProcessorRealtimeFactor,
        PeakMemoryBytes = run.PeakMemory,
        run.WasCancelled,
        DurationS = run.Fleet.Duration.TotalSeconds,
        Nodes = run.Fleet.Nodes.Select(node => new
        {
            node.Node,
            node.Seed,
            ClockErrorPpm = node.ClockError,
            Outcome = node.Result.Outcome.ToString(),
            Events = node.Result.Events.Count,
            node.Result.RejectedLines,
            CpuLoad = node.Result.ProcessorLoad,
            NativeCpuLoad = node.Result.NativeLoad,
            LostS = node.Result.LostSound.TotalSeconds,
            Resources = ResourceOutput.Json(node.Result.Resources),
        }),
        Events = run.Fleet.Events.Select(heard => new
        {
            heard.Node,
            TimeS = heard.Event.Received.TotalSeconds,
            heard.Event.Label,
            heard.Event.Confidence,
            StartS = heard.Event.Start.TotalSeconds,
            DurationS = heard.Event.Duration.TotalSeconds,
            LaeqDb = heard.Event.Level,
            heard.Event.Sequence,
        }),
    };

    private static Table ByNode(FleetResult fleet)
    {
        var table = Headed("Node");
        foreach (var node in fleet.Nodes)
        {
            table.AddRow([Number(node.Node), .. Columns.Select(column => column.Text(column.Value(node)))]);
        }

        return table;
    }

    private static Table Extremes(FleetResult fleet)
    {
        var table = Headed("Of all nodes");
        foreach (var (name, rank) in new[] { ("least", 0.0), ("median", 0.5), ("most", 1.0) })
        {
            table.AddRow([name, .. Columns.Select(column =>
                column.Text(fleet.Nodes.Select(column.Value).Order().ElementAt((int)(rank * (fleet.Nodes.Count - 1)))))]);
        }

        return table;
    }

    private static Table Headed(string first)
    {
        var table = new Table().RoundedBorder().AddColumn(first);
        foreach (var (heading, _, _) in Columns)
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        return table;
    }

    private static (string Heading, Func<FleetNodeResult, double> Value, Func<double, string> Text)[] Columns =>
    [
        ("Events", node => node.Result.Events.Count, Number),
        ("Clock", node => node.ClockError, value => value.ToString("+0.0;-0.0", CultureInfo.InvariantCulture) + " ppm"),
        ("CPU", node => 100 * node.Result.ProcessorLoad, value => value.ToString("0.0", CultureInfo.InvariantCulture) + " %"),
        ("Sound lost", node => node.Result.LostSound.TotalSeconds, value => value.ToString("0.00", CultureInfo.InvariantCulture) + " s"),
        ("Heap", node => node.Result.Resources.ManagedHeap.HighWater, value => Number(value) + " B"),
        ("Sound waited", node => node.Result.Resources.LongestSoundDelay.TotalMilliseconds, value => value.ToString("0.0", CultureInfo.InvariantCulture) + " ms"),
    ];

    private static string Why(FleetNodeResult node) => node.Result.Outcome == RunOutcome.UncaughtException
        ? node.Result.Failure!.Describe()
        : string.Join(" | ", node.Result.Trace.TakeLast(2).Prepend(node.Result.Outcome.ToString()));

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
