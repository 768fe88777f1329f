using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests;

/// <summary>The managed heap of the board: 94 688 bytes on the F411RE.</summary>
public sealed class MemoryTests
{
    [Fact]
    public void AnAppThatAllocatesWithoutEndEndsWithTimeAndStack()
    {
        using var run = ScenarioRun.Of("allocate");
        Assert.Equal(RunOutcome.UncaughtException, run.Outcome);
        var failure = run.Board.Scheduler.Failure!;
        Assert.IsType<OutOfMemoryException>(failure.Exception);
        Assert.Contains("Earshot.Scenarios.Memory.AllocateWithoutEnd()", failure.Stack);
        Assert.Contains(run.Board.Trace.Lines, line => line.Contains("out of managed memory", StringComparison.Ordinal));
        // 24 bytes an object: what is left of the heap holds less than 3 945 of them.
        Assert.InRange(run.Board.Heap.Allocations, 3000, 3945);
        Assert.InRange(run.Board.Heap.HighWater, 94_688 - 204, 94_688);
    }

    [Fact]
    public void TheEndCanBeCaughtAndWhatWasHeldIsFree()
    {
        var reports = ScenarioRun.Reports("out-of-memory");
        // Arrays of 988 bytes take 1008; the array of references takes 12 020; the packages' assemblies and statics take their part.
        Assert.InRange(int.Parse(reports[0], System.Globalization.CultureInfo.InvariantCulture), 64, 82);
        Assert.Equal("40000", reports[1]);
    }

    [Fact]
    public void WhatIsLargerThanTheHeapIsRefused() => Assert.Equal(["too large"], ScenarioRun.Reports("too-large"));

    [Fact]
    public void GarbageIsCollectedAndCostsTime()
    {
        using var run = ScenarioRun.Of("garbage");
        Assert.Equal(["done"], run.Host.Texts);
        var heap = run.Board.Heap;
        // 5 000 arrays of 100 bytes take 120 each.
        Assert.InRange(heap.Allocated, 600_000, 610_000);
        Assert.InRange(heap.Collections, 6, 7);
        Assert.InRange(heap.HighWater, heap.AssemblyBytes + 1, heap.AssemblyBytes + 3000);
        Assert.InRange(heap.LongestCollection, 10_000, 5 * VirtualTime.Millisecond);
        Assert.Equal("a garbage collection", run.Board.Scheduler.LongestStall.Reason);
        Assert.Equal(heap.LongestCollection, run.Board.Scheduler.LongestStall.Duration);
    }

    [Fact]
    public void WeakReferencesLetGo() => Assert.Equal(["True False False", "True", "False"], ScenarioRun.Reports("weak"));

    [Fact]
    public void FinalizersRunOnce() => Assert.Equal(["12", "12"], ScenarioRun.Reports("finalizers"));

    [Fact]
    public void EveryKindOfReferenceKeepsItsObject() => Assert.Equal(["11111101 True"], ScenarioRun.Reports("roots"));

    [Fact]
    public void FramesThatAnExceptionUnwindsAreGivenBack()
    {
        using var run = ScenarioRun.Of("handlers");
        Assert.Equal(["handled"], run.Host.Texts);
        // 21 frames of 204 to 300 bytes, and those of Main.
        Assert.InRange(run.Board.Heap.DeepestStack, 21 * 204, 24 * 300);
        Assert.Equal(0, run.Board.Scheduler.Heap!.FrameBytes);
    }

    [Fact]
    public void TwoRunsCountTheSame()
    {
        foreach (var scenario in new[] { "garbage", "roots", "finalizers" })
        {
            using var first = ScenarioRun.Of(scenario);
            using var second = ScenarioRun.Of(scenario);
            Assert.Equal(first.Board.Heap.Allocated, second.Board.Heap.Allocated);
            Assert.Equal(first.Board.Heap.HighWater, second.Board.Heap.HighWater);
            Assert.Equal(first.Board.Scheduler.Now, second.Board.Scheduler.Now);
        }
    }
}
