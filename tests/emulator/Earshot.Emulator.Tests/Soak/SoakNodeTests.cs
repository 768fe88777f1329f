using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Soak;

namespace Earshot.Emulator.Tests.Soak;

/// <summary>A short soak finds nothing, and finds what is planted, at the same virtual time each time.</summary>
public sealed class SoakNodeTests
{
    private const int QueueRecordLength = 19;

    [Fact]
    public void NothingIsFoundWhileEverythingFails()
    {
        var result = SoakBench.Run(SoakBench.Settings);
        Assert.True(result.Findings.Count == 0, string.Join('\n', result.Findings));
        Assert.Equal(5, result.Hours, 0.01);
        Assert.True(result.Boots > 15 && result.AcceptedEvents > 10, $"{result.Boots} starts, {result.AcceptedEvents} events");
        // A message that noise garbled counts as acknowledged for the node, unless it was sent again.
        Assert.InRange(result.Accepted - result.Delivered - result.Waiting, 0, result.Garbled);
        Assert.All(
            new[] { "brown-out", "brown-out at a delivery", "brown-out while writing", "uart-noise", "uplink-corruption", "downlink-corruption", "session-loss" },
            fault => Assert.True(result.Faults.GetValueOrDefault(fault) > 0, fault));
    }

    [Fact]
    public void RecordsThatABrownOutDropsAreFoundAgainAtTheSameTime()
    {
        // Nothing is heard, so that everything waits in the flash.
        var settings = SoakBench.Settings with { Loss = 1, Wire = board => Plant(board, () => Drop(board)) };
        var first = SoakBench.Run(settings).Findings;
        Assert.Equal(SoakFindingKind.Lost, first[0].Kind);
        Assert.True(first[0].Time > TimeSpan.Zero);
        Assert.Equal(first, SoakBench.Run(settings).Findings);
        Assert.NotEqual(first, SoakBench.Run(settings with { Seed = 2 }).Findings);
    }

    [Fact]
    public void NumbersThatBeginAnewAreFound()
    {
        var settings = SoakBench.Settings with
        {
            Wire = board => Plant(board, () =>
            {
                foreach (var file in new[] { @"\marks0", @"\queue0", @"\queue1" })
                {
                    board.Storage.Files.WriteFile(file, []);
                }
            }),
        };
        Assert.Contains(SoakBench.Run(settings).Findings, finding => finding.Kind == SoakFindingKind.NumberReused);
    }

    [Fact]
    public void ALoopThatStandsStillIsFound()
    {
        var settings = SoakBench.Calm with
        {
            NodeTime = TimeSpan.FromHours(1.2),
            Wire = board => board.Returned += (method, _, _, _) =>
            {
                if (method.EndsWith("::Feed", StringComparison.Ordinal) && board.Scheduler.Now > 3600 * VirtualTime.Second && board.Boots < 2)
                {
                    board.Scheduler.Spend(40 * VirtualTime.Second);
                }
            },
        };
        var found = SoakBench.Run(settings).Findings[0];
        Assert.Equal(SoakFindingKind.Hang, found.Kind);
        Assert.InRange(found.Time.TotalHours, 1, 1.1);
    }

    // The first record of the queue's first file.
    private static void Drop(EmulatedBoard board)
    {
        var content = board.Storage.Files.ReadFile(@"\queue0");
        Array.Clear(content, 0, QueueRecordLength);
        board.Storage.Files.WriteFile(@"\queue0", content);
    }

    private static void Plant(EmulatedBoard board, Action bug) => board.Started += cause =>
    {
        if (cause == ResetCause.BrownOut)
        {
            bug();
        }
    };
}
