using Earshot.Emulator.Boards;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Sound;
using Earshot.Payload;

namespace Earshot.Emulator.Tests;

/// <summary>The whole node from sound to radio, with an engine that needs no training.</summary>
public sealed class NodeTests
{
    [Fact]
    public void EachSoundArrivesUnderItsName()
    {
        var playlist = Sounds();
        using var node = Node(playlist);
        var result = node.Run(playlist.EndTime + TimeSpan.FromSeconds(3));
        Assert.Equal(RunOutcome.TimeReached, result.Outcome);
        Assert.Equal(["class 1", "class 3", "class 2"], result.Events.Select(heard => heard.Label));
        // The status comes first.
        Assert.Equal([1, 2, 3], result.Events.Select(heard => heard.Sequence));
        Assert.All(EventMatcher.Match(playlist.Played, result.Events), sound => Assert.True(sound.IsRight));
        Assert.All(result.Events, heard => Assert.Equal(100, heard.Level));
        Assert.Equal(1, result.Events[0].Start.TotalSeconds, 0.25);
        Assert.Equal(2, result.Events[0].Duration.TotalSeconds, 0.25);
        Assert.Equal(TimeSpan.Zero, result.LostSound);
        Assert.Equal(0, result.RejectedLines);
        Assert.Equal(["Earshot.Node: fake, 3 classes"], result.Console);
        Assert.InRange(result.ProcessorLoad, 0.05, 0.5);
        Assert.InRange(result.NativeLoad, 0.01, result.ProcessorLoad);
    }

    [Fact]
    public void TwoRunsGiveTheSameBytes()
    {
        using var first = Node(Sounds());
        using var second = Node(Sounds());
        var one = first.Run(TimeSpan.FromSeconds(8));
        second.Run(TimeSpan.FromSeconds(2.345678));
        var two = second.Run(TimeSpan.FromSeconds(8));
        Assert.NotEmpty(one.Trace);
        Assert.Equal(one.Trace, two.Trace);
        Assert.Equal(one.Instructions, two.Instructions);
        Assert.Equal(one.ProcessorLoad, two.ProcessorLoad);
    }

    [Fact]
    public void ARunMayEndOnAnyTick()
    {
        using var node = Node(Sounds());
        for (var extra = 0; extra < 40; extra++)
        {
            var until = node.Now + TimeSpan.FromTicks(1234567 + extra);
            Assert.True(node.Run(until).Duration >= until);
        }
    }

    [Fact]
    public void ASlowNodeLosesSound()
    {
        var playlist = Sounds();
        using var node = Node(playlist, new NativeCost { ClocksPerHop = 4e6 });
        var result = node.Run(TimeSpan.FromSeconds(8));
        Assert.InRange(result.LostSound.TotalSeconds, 1, 7);
        Assert.InRange(result.ProcessorLoad, 0.95, 1);
    }

    [Fact]
    public void TheNativeLoadIsTheTablesWithinOnePercent()
    {
        // What a bench table says of a pack: clocks of the front end at each hop, of the network at each decision.
        const double PerHop = 40_000;
        const double PerDecision = 500_000;
        using var node = Node(new Silence(FakeEngine.SampleRate), new NativeCost
        {
            ClocksPerHop = PerHop,
            ClocksPerMultiplyAccumulate = PerDecision / 100_000,
            StackBytes = 1234,
        });
        var result = node.Run(TimeSpan.FromMinutes(2));
        // FakeEngine has hops of 512 samples and decides at every second one.
        var expected = (PerHop + (PerDecision / 2)) * (16000.0 / 512) / node.Board.Description.ClockHertz;
        Assert.InRange(result.NativeLoad / expected, 0.99, 1.01);
        Assert.Equal(1234, result.Resources.NativeStackBytes);
    }

    [Fact]
    public void StallsMemoryAndTheRingAreTold()
    {
        var playlist = Sounds();
        using var node = Node(playlist, new NativeCost { ClocksPerHop = 960_000, ClocksPerMultiplyAccumulate = 0 });
        var use = node.Run(TimeSpan.FromSeconds(8)).Resources;
        // The first message makes the file system, which erases sectors. No native call of 10 ms comes near that.
        Assert.Equal("flash", use.LongestStall.Reason);
        Assert.InRange(use.LongestStall.Duration, 45 * VirtualTime.Millisecond, 45.1 * VirtualTime.Millisecond);
        // The first samples of a hop wait for its last: 28 ms; then for the flash, then the app has to come to it.
        Assert.InRange(use.LongestSoundDelay.TotalMilliseconds, 28, 110);
        Assert.InRange(use.RingHighWater.TotalMilliseconds, 32, 112);
        Assert.Equal(128, use.RingCapacity.TotalMilliseconds);
        Assert.Equal(1000, use.ArenaBytes);
        Assert.InRange(use.ManagedHeap.HighWater, use.ManagedHeap.AssemblyBytes + 1000, 32_000);
        Assert.InRange(use.ManagedHeap.DeepestStack, 3 * 204, 8000);
        Assert.True(use.AllocationRate > 0);
    }

    [Fact]
    public void ADamagedModelIsReportedAndTriedAgain()
    {
        using var node = Node(Sounds(), model: new byte[] { 1, 2 });
        var result = node.Run(TimeSpan.FromSeconds(25));
        Assert.Equal(RunOutcome.TimeReached, result.Outcome);
        Assert.Equal(3, result.Console.Count(line => line == "Earshot.Node: The model pack is rejected with status -6."));
        Assert.Empty(result.Events);
    }

    [Fact]
    public void AWrongSampleRateIsReported()
    {
        using var node = Node(new Silence(8000));
        Assert.Contains("Earshot.Node: The microphone cannot sample at that rate.", node.Run(TimeSpan.FromSeconds(1)).Console);
    }

    [Fact]
    public void AModelThatNeedsALongerRingIsRefused()
    {
        var board = BoardCatalog.Find("ST_NUCLEO64_F411RE_NF");
        board.Capture.RingSamples = 256;
        using var node = Node(Sounds(), board: board);
        var result = node.Run(TimeSpan.FromSeconds(15));
        Assert.Equal(RunOutcome.TimeReached, result.Outcome);
        Assert.Equal(2, result.Console.Count(line => line == "Earshot.Node: The firmware's ring (EARSHOT_RING_SAMPLES) is too small for the model."));
        Assert.Contains(result.Trace, line => line.Contains("a hop has 512 samples, the ring 256", StringComparison.Ordinal));
        // It cannot listen, and says so.
        Assert.Empty(result.Events);
    }

    [Fact]
    public void RawSamplesFromAStreamAreHeard()
    {
        var samples = FakeEngine.Clip(2, 3).Samples.SelectMany(BitConverter.GetBytes).ToArray();
        var source = new PcmStreamSource(new MemoryStream(samples), FakeEngine.SampleRate, "standard input");
        using var node = Node(source);
        var heard = Assert.Single(node.Run(TimeSpan.FromSeconds(6)).Events);
        Assert.Equal("class 2", heard.Label);
        Assert.True(source.HasEnded);
        using var cut = Node(new PcmStreamSource(new MemoryStream(samples[..1001]), FakeEngine.SampleRate, "standard input"));
        Assert.Contains("standard input", Assert.Throws<InputException>(() => cut.Run(TimeSpan.FromSeconds(1))).Message, StringComparison.Ordinal);
    }

    private static Playlist Sounds() => new(
        FakeEngine.SampleRate,
        [FakeEngine.Clip(1, 2), FakeEngine.Clip(3, 1.5), FakeEngine.Clip(2, 2)],
        lead: TimeSpan.FromSeconds(1),
        gap: TimeSpan.FromSeconds(1));

    private static NodeEmulation Node(ISoundSource sound, NativeCost? cost = null, byte[]? model = null, BoardDescription? board = null) => new(new NodeEmulationSettings
    {
        Board = board ?? BoardCatalog.Find("ST_NUCLEO64_F411RE_NF"),
        Sound = sound,
        DeployedModel = model ?? [3],
        OpenModel = FakeEngine.Open,
        Cost = cost ?? new NativeCost(),
    });
}
