using Earshot.Emulator.Boards;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Fleet;
using Earshot.Emulator.Radio;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Sound;
using Earshot.Emulator.Tests.Radio;

namespace Earshot.Emulator.Tests;

/// <summary>Many nodes in one process.</summary>
public sealed class FleetTests
{
    [Fact]
    public void TheNumberOfWorkersDoesNotShow()
    {
        using var alone = Fleet(workers: 1);
        using var together = Fleet(workers: 4);
        var one = alone.Run(TimeSpan.FromSeconds(12));
        var four = together.Run(TimeSpan.FromSeconds(12));
        Assert.NotEmpty(one.Events);
        Assert.Equal(one.Events, four.Events);
        foreach (var (first, second) in one.Nodes.Zip(four.Nodes))
        {
            Assert.Equal(RunOutcome.TimeReached, first.Result.Outcome);
            Assert.Equal(first.Result.Trace, second.Result.Trace);
            Assert.Equal(first.Result.Instructions, second.Result.Instructions);
            Assert.Equal(first.Result.Resources.ManagedHeap.Allocated, second.Result.Resources.ManagedHeap.Allocated);
        }
    }

    [Fact]
    public void NodesAreApart()
    {
        using var fleet = Fleet(workers: 2);
        var result = fleet.Run(TimeSpan.FromSeconds(12));
        Assert.Equal(3, result.Nodes.Select(node => node.Seed).Distinct().Count());
        Assert.Equal(3, result.Nodes.Select(node => node.ClockError).Distinct().Count());
        Assert.All(result.Nodes, node => Assert.InRange(node.ClockError, -20, 20));
        var heard = result.Nodes.Select(node => string.Join(' ', node.Result.Events.Select(item => $"{item.Label} {item.Start}"))).ToArray();
        Assert.Equal(3, heard.Distinct().Count());
        Assert.Equal(result.Events.OrderBy(item => item.Event.Received).ThenBy(item => item.Node), result.Events);
    }

    [Fact]
    public void AFleetCanBeCancelledAndTellsWhatHappened()
    {
        using var fleet = Fleet(workers: 2);
        using var cancel = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => fleet.Run(TimeSpan.FromHours(1), new CancelAt(TimeSpan.FromSeconds(6), cancel), cancel.Token));
        Assert.Equal(6, fleet.Result().Duration.TotalSeconds);
        Assert.All(fleet.Result().Nodes, node => Assert.InRange(node.Result.Duration.TotalSeconds, 6, 6.1));
    }

    [Fact]
    public void ASharedGatewayHearsTheSameInEveryRun()
    {
        var one = JoinTogether(workers: 1);
        Assert.NotEmpty(one);
        Assert.Equal(one, JoinTogether(workers: 4));
    }

    [Fact]
    public void NodesThatShareAGatewayFareTheSameInEveryRun()
    {
        var one = OverTheAir(workers: 1);
        var four = OverTheAir(workers: 4);
        Assert.Equal(one.Network, four.Network);
        Assert.Equal(one.Events, four.Events);
        Assert.Equal(one.Nodes.Select(node => node.Radio), four.Nodes.Select(node => node.Radio));
        Assert.Equal(one.Nodes.SelectMany(node => node.Result.Trace), four.Nodes.SelectMany(node => node.Result.Trace));
        var network = one.Network!;
        Assert.Equal(3, network.Joined);
        Assert.Equal(one.Nodes.Sum(node => node.Radio!.Frames), network.Frames);
        // Each sends its status and what it hears; every event's label is the model's.
        Assert.All(one.Nodes, node => Assert.Equal(node.Radio!.Delivered, node.Result.Events.Count + 1));
        Assert.All(one.Events, heard => Assert.StartsWith("class ", heard.Event.Label, StringComparison.Ordinal));
        Assert.All(one.Nodes, node => Assert.InRange(node.Radio!.Airtime.TotalSeconds / node.Radio.Frames, 0.04, 3));
        Assert.Equal(3, one.Nodes.Select(node => node.Radio!.PathLoss).Distinct().Count());
    }

    [Fact]
    public void NodesThatEndEarlySayWhenAndWhere()
    {
        using var fleet = new FleetEmulation(new FleetSettings
        {
            Nodes = 5,
            Board = BoardCatalog.Find("ST_NUCLEO64_F411RE_NF"),
            Clips = [FakeEngine.Clip(1, 2)],
            SampleRate = FakeEngine.SampleRate,
            ApplicationPath = Path.Combine(AppContext.BaseDirectory, "ending", "Earshot.Ending.dll"),
            DeployedModel = new byte[] { 3 },
            OpenModel = FakeEngine.Open,
            LoRaWan = new FleetLoRaWan(),
        });
        var ended = fleet.Run(TimeSpan.FromSeconds(5)).Ended.ToDictionary(node => node.Node, node => node.Result);
        Assert.Equal([1, 2, 3, 4], ended.Keys.Order());
        Assert.Equal(
            [RunOutcome.UncaughtException, RunOutcome.BlockedForever, RunOutcome.Finished, RunOutcome.UncaughtException],
            ended.OrderBy(node => node.Key).Select(node => node.Value.Outcome));
        Assert.All(ended.Values, node => Assert.InRange(node.Duration.TotalSeconds, 1.5, 3));
        Assert.Equal(["Earshot.Ending.Program.Main()"], ended[1].Failure!.Stack);
        Assert.Equal("main thread waits for ever for a wait handle\n    at Earshot.Ending.Program.Main()", Assert.Single(ended[2].Waiting));
        Assert.IsType<OutOfMemoryException>(ended[4].Failure!.Exception);
        Assert.Equal("Earshot.Ending.Program.Keep()", ended[4].Failure!.Stack[0]);
    }

    [Fact]
    public void NodesAreSwitchedOnOneAfterAnother()
    {
        using var fleet = Fleet(workers: 2, switchOnWithin: TimeSpan.FromSeconds(10));
        var starts = fleet.Run(TimeSpan.FromSeconds(12)).Nodes.Select(node => node.Result.Trace.First(line => line.Contains("start 1 after PowerOn", StringComparison.Ordinal))).ToArray();
        Assert.Equal(3, starts.Distinct().Count());
        Assert.DoesNotContain(starts, line => line.StartsWith("0.000", StringComparison.Ordinal));
    }

    [Fact]
    public void ASamplerThatIsTooFastHearsASoundForLonger()
    {
        var source = new ShuffledSounds(1000, [new SoundClip("", "", [.. Enumerable.Repeat((short)7, 10_000)])], TimeSpan.Zero, 1);
        var samples = new short[1_000_000];
        new DriftingSound(source, 1000).Read(samples);
        // The source had given at least 1 000 and at most 2 000 silent samples before the sound; all of it was heard without a hole.
        var silent = samples.TakeWhile(sample => sample == 0).Count();
        Assert.InRange(silent, 1000, 2003);
        Assert.DoesNotContain((short)0, samples[silent..]);
        var ramp = new short[3000];
        new DriftingSound(new Ramp(), 1000).Read(ramp);
        Assert.InRange(ramp[2999] - ramp[0], 2995, 2997);
    }

    // Six modems that switch on at the same moment jam each other; what survives must not depend on who runs first.
    private static string[] JoinTogether(int workers)
    {
        var gateway = new LoRaWanGateway();
        var euis = Enumerable.Range(0, 6).Select(node => $"70B3D57ED00010{node:X2}").ToArray();
        foreach (var eui in euis)
        {
            gateway.Add(eui, RadioBench.JoinEui, RadioBench.AppKey, new LinkBudget(110));
        }

        var runs = euis.Select((eui, node) => new ScenarioRun(
            $"radio rak {eui} {RadioBench.JoinEui} {RadioBench.AppKey} join send:01 send:02",
            board => board.Uarts["COM6"].Connect(new LoRaWanModemModel(board, gateway, ModemKind.Rak3172)),
            seed: node)).ToArray();
        try
        {
            for (var until = FleetEmulation.Step; until < TimeSpan.FromSeconds(60); until += FleetEmulation.Step)
            {
                var step = until;
                Parallel.ForEach(runs, new ParallelOptions { MaxDegreeOfParallelism = workers }, run => run.Board.Run(step));
            }

            return
            [
                .. gateway.Joins.Select(join => join.ToString()),
                .. gateway.Uplinks.Select(uplink => $"{uplink.Time} {uplink.DevEui} {uplink.Counter} {uplink.Rssi}"),
                $"{gateway.CollidedFrames} {gateway.LostFrames}",
                .. runs.SelectMany(run => run.Board.Trace.Lines),
            ];
        }
        finally
        {
            Array.ForEach(runs, run => run.Dispose());
        }
    }

    private static FleetResult OverTheAir(int workers)
    {
        using var fleet = Fleet(workers, new FleetLoRaWan { Radius = 300 });
        return fleet.Run(TimeSpan.FromSeconds(40));
    }

    private static FleetEmulation Fleet(int workers, FleetLoRaWan? radio = null, TimeSpan switchOnWithin = default) => new(new FleetSettings
    {
        Nodes = 3,
        LoRaWan = radio,
        SwitchOnWithin = switchOnWithin,
        Board = BoardCatalog.Find("ST_NUCLEO64_F411RE_NF"),
        Clips = [FakeEngine.Clip(1, 2), FakeEngine.Clip(3, 1.5), FakeEngine.Clip(2, 2)],
        SampleRate = FakeEngine.SampleRate,
        DeployedModel = new byte[] { 3 },
        OpenModel = FakeEngine.Open,
        Cost = new NativeCost(),
        Workers = workers,
    });

    private sealed class Ramp : ISoundSource
    {
        private short _next;

        public int SampleRate => 1000;

        public void Read(Span<short> samples)
        {
            foreach (ref var sample in samples)
            {
                sample = _next++;
            }
        }
    }

    private sealed class CancelAt(TimeSpan time, CancellationTokenSource cancel) : IProgress<TimeSpan>
    {
        public void Report(TimeSpan value)
        {
            if (value >= time)
            {
                cancel.Cancel();
            }
        }
    }
}
