using System.Globalization;
using Earshot.Cli.Emulation;
using Earshot.Emulator.Fleet;
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

        if (fleet.Network is { } network)
        {
            AnsiConsole.WriteLine(FormattableString.Invariant(
                $"{network.Joined} of {fleet.Nodes.Count} nodes joined; {network.Frames} frames, {network.Airtime.TotalSeconds:0.0} s on the air: {network.Lost} too weak or lost, {network.Collided} in collisions, {network.Rejected} rejected; {network.Delivered} messages arrived, {network.Repeated} came twice."));
        }

        AnsiConsole.WriteLine(FormattableString.Invariant(
            $"{fleet.Nodes.Count} nodes for {fleet.Duration.TotalSeconds:0.0} s, {fleet.Events.Count} events; {run.RealtimeFactor:0.0} × real time ({run.ProcessorRealtimeFactor:0.00} × by processor time), {run.PeakMemory / 1048576.0:0} MiB."));
        if (run.WasCancelled)
        {
            AnsiConsole.WriteLine("Cancelled: this is what had happened by then.");
        }
    }

    /// <summary>Tells of each node whose app has ended: when, why, and where in its code.</summary>
    public static void ShowEnded(FleetRunResult run)
    {
        var ended = run.Fleet.Ended.ToList();
        foreach (var node in ended.Take(MostRows))
        {
            AppEndOutput.Show($"node {node.Node}", node.Result);
        }

        if (ended.Count > MostRows)
        {
            ErrorOutput.WriteHint($"{ended.Count - MostRows} more nodes have ended; --json FILE lists all.");
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
        Network = run.Fleet.Network is { } network ? new
        {
            network.Joined,
            network.Frames,
            AirtimeS = network.Airtime.TotalSeconds,
            network.Lost,
            network.Collided,
            network.Rejected,
            network.Delivered,
            network.Repeated,
        } : null,
        Nodes = run.Fleet.Nodes.Select(node => new
        {
            node.Node,
            node.Seed,
            ClockErrorPpm = node.ClockError,
            Outcome = node.Result.Outcome.ToString(),
            Ended = AppEndOutput.HasEnded(node.Result) ? AppEndOutput.Why(node.Result) : null,
            Events = node.Result.Events.Count,
            Radio = node.Radio is { } radio ? new
            {
                DevEui = radio.DevEui.ToString("X16", CultureInfo.InvariantCulture),
                DistanceM = radio.Distance,
                PathLossDb = radio.PathLoss,
                JoinedS = radio.Joined?.TotalSeconds,
                radio.Frames,
                AirtimeS = radio.Airtime.TotalSeconds,
                radio.DataRate,
                radio.Delivered,
                radio.Repeated,
                radio.Missing,
            } : null,
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
        var columns = ColumnsOf(fleet);
        var table = Headed("Node", columns);
        foreach (var node in fleet.Nodes)
        {
            table.AddRow([Number(node.Node), .. columns.Select(column => column.Text(column.Value(node)))]);
        }

        return table;
    }

    private static Table Extremes(FleetResult fleet)
    {
        var columns = ColumnsOf(fleet);
        var table = Headed("Of all nodes", columns);
        foreach (var (name, rank) in new[] { ("least", 0.0), ("median", 0.5), ("most", 1.0) })
        {
            table.AddRow([name, .. columns.Select(column =>
                column.Text(fleet.Nodes.Select(column.Value).Order().ElementAt((int)(rank * (fleet.Nodes.Count - 1)))))]);
        }

        return table;
    }

    private static Table Headed(string first, (string Heading, Func<FleetNodeResult, double> Value, Func<double, string> Text)[] columns)
    {
        var table = new Table().RoundedBorder().AddColumn(first);
        foreach (var (heading, _, _) in columns)
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        return table;
    }

    // No more than a terminal of 80 columns shows; --json has all.
    private static (string Heading, Func<FleetNodeResult, double> Value, Func<double, string> Text)[] ColumnsOf(FleetResult fleet) =>
        [.. Columns, .. fleet.Network is null ? NodeColumns : RadioColumns];

    private static (string Heading, Func<FleetNodeResult, double> Value, Func<double, string> Text)[] Columns =>
    [
        ("Events", node => node.Result.Events.Count, Number),
        ("CPU", node => 100 * node.Result.ProcessorLoad, value => Number(value, "0.0", "%")),
        ("Sound lost", node => node.Result.LostSound.TotalSeconds, value => Number(value, "0.00", "s")),
    ];

    private static (string Heading, Func<FleetNodeResult, double> Value, Func<double, string> Text)[] NodeColumns =>
    [
        ("Clock", node => node.ClockError, value => Number(value, "+0.0;-0.0", "ppm")),
        ("Heap", node => node.Result.Resources.ManagedHeap.HighWater, value => Number(value, "0", "B")),
        ("Sound waited", node => node.Result.Resources.LongestSoundDelay.TotalMilliseconds, value => Number(value, "0.0", "ms")),
    ];

    private static (string Heading, Func<FleetNodeResult, double> Value, Func<double, string> Text)[] RadioColumns =>
    [
        ("Path loss", node => node.Radio!.PathLoss, value => Number(value, "0.0", "dB")),
        ("Delivered", node => node.Radio!.Delivered, Number),
        ("Frames", node => node.Radio!.Frames, Number),
        ("Airtime", node => node.Radio!.Airtime.TotalSeconds, value => Number(value, "0.00", "s")),
    ];

    private static string Number(double value, string format, string unit) => value.ToString(format, CultureInfo.InvariantCulture) + " " + unit;

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
