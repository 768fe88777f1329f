using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests;

/// <summary>Apps that throw, block or run away.</summary>
public sealed class FailureTests
{
    [Fact]
    public void AnUncaughtExceptionTellsTimeAndStack()
    {
        using var run = ScenarioRun.Of("throw");
        Assert.Equal(RunOutcome.UncaughtException, run.Outcome);
        var failure = run.Board.Scheduler.Failure!;
        Assert.Equal("main thread", failure.Thread);
        Assert.InRange(failure.Time, 1500 * VirtualTime.Millisecond, 1510 * VirtualTime.Millisecond);
        Assert.Equal(
            [
                "Earshot.Scenarios.Failures.Deepest(String)",
                "Earshot.Scenarios.Failures.Inner(String)",
                "Earshot.Scenarios.Failures.Throw()",
                "Earshot.Scenarios.Program.Main()",
            ],
            failure.Stack);
        Assert.Contains("System.InvalidOperationException in main thread: deliberate", run.Board.Trace.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void AnExceptionInAnyThreadEndsTheRun()
    {
        using var run = ScenarioRun.Of("throw-in-thread");
        Assert.Equal(RunOutcome.UncaughtException, run.Outcome);
        Assert.Equal("thread 2", run.Board.Scheduler.Failure!.Thread);
    }

    [Fact]
    public void ADeadlockIsNoticedAtOnce()
    {
        using var run = ScenarioRun.Of("deadlock");
        Assert.Equal(RunOutcome.BlockedForever, run.Outcome);
        Assert.InRange(run.Board.Scheduler.Now, 0, VirtualTime.Second);
        Assert.Equal(2, run.Board.Waiting.Count);
        Assert.StartsWith("main thread waits for ever for a lock that thread 2 holds\n    at Earshot.Scenarios.Failures.", run.Board.Waiting[0], StringComparison.Ordinal);
        Assert.EndsWith("at Earshot.Scenarios.Program.Main()", run.Board.Waiting[0], StringComparison.Ordinal);
        Assert.All(run.Board.Waiting, waiting => Assert.Single(run.Board.Trace.Lines, line => line.EndsWith(waiting, StringComparison.Ordinal)));
    }

    [Fact]
    public void ABatteryDoesNotHideADeadlock()
    {
        using var run = new ScenarioRun("deadlock", battery: new Battery { AmpereHours = 1 });
        Assert.Equal(RunOutcome.BlockedForever, run.Board.Run(TimeSpan.FromHours(1)));
        Assert.InRange(run.Board.Scheduler.Now, 0, VirtualTime.Second);
        var lines = run.Board.Trace.Lines.Count;
        Assert.Equal(RunOutcome.BlockedForever, run.Board.Run(TimeSpan.FromHours(2)));
        Assert.Equal(lines, run.Board.Trace.Lines.Count);
    }

    [Fact]
    public void AnEndlessLoopEndsWithItsTime()
    {
        using var run = ScenarioRun.Of("for-ever", seconds: 0.25);
        Assert.Equal(RunOutcome.TimeReached, run.Outcome);
        Assert.InRange(run.Board.Scheduler.Now, 250 * VirtualTime.Millisecond, 251 * VirtualTime.Millisecond);
        Assert.Equal(0, run.Board.Scheduler.IdleTime);
    }

    [Theory]
    [InlineData("swallow")]
    [InlineData("for-ever")]
    [InlineData("deadlock")]
    public void SwitchingOffEndsEveryThread(string scenario)
    {
        var run = ScenarioRun.Of(scenario, seconds: 0.1);
        var threads = run.Board.Scheduler.Threads.ToArray();
        Assert.NotEmpty(threads);
        run.Dispose();
        Assert.All(threads, thread => Assert.Equal(DeviceThreadState.Ended, thread.State));
    }

    [Fact]
    public void DeepRecursionRunsOutOfMemoryAsOnTheBoard() => Assert.Equal(["True"], ScenarioRun.Reports("recurse"));

    [Fact]
    public void TwoRunsGiveTheSameTrace()
    {
        foreach (var scenario in new[] { "throw", "deadlock", "round-robin", "priorities", "hash" })
        {
            using var first = ScenarioRun.Of(scenario, seconds: 5);
            using var second = ScenarioRun.Of(scenario, seconds: 5);
            Assert.NotEmpty(first.Board.Trace.Lines);
            Assert.Equal(first.Board.Trace.Lines, second.Board.Trace.Lines);
        }
    }
}
