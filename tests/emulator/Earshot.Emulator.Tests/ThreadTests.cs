using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests;

/// <summary>Threads, timers and waits in virtual time.</summary>
public sealed class ThreadTests
{
    [Fact]
    public void SleepingTakesVirtualTimeOnly()
    {
        using var run = ScenarioRun.Of("sleep");
        var (time, _) = Assert.Single(run.Host.Reports);
        // The packages' own start, before Main, takes a little more than a millisecond.
        Assert.InRange(time, VirtualTime.Second, VirtualTime.Second + (2 * VirtualTime.Millisecond));
        Assert.True(run.Board.Scheduler.IdleTime >= VirtualTime.Second - VirtualTime.Millisecond);
    }

    [Fact]
    public void ThreadsTakeTurnsByTheQuantum() => Assert.Equal(
        ["first 0", "second 0", "first 1", "second 1", "first 2", "second 2"],
        ScenarioRun.Reports("round-robin"));

    [Fact]
    public void TwoStepsOfPriorityAreAQuarterOfTheTime()
    {
        var counts = ScenarioRun.Reports("priorities")[0].Split(' ');
        Assert.InRange(double.Parse(counts[0]) / double.Parse(counts[1]), 3.5, 4.5);
    }

    [Fact]
    public void LocksExclude() => Assert.Equal(["60"], ScenarioRun.Reports("lock"));

    [Fact]
    public void SynchronizedMethodsExclude() => Assert.Equal(["2"], ScenarioRun.Reports("synchronized"));

    [Fact]
    public void EventsWakeInTime() => Assert.Equal(
        ["ping 0", "ping 1", "ping 2", "done True again True", "timeout False"],
        ScenarioRun.Reports("events"));

    [Fact]
    public void WaitsForSeveralHandles() => Assert.Equal(
        ["any 0", "all True", "none 258"],
        ScenarioRun.Reports("wait-all"));

    [Fact]
    public void TimersTickPunctuallyUntilDisposed()
    {
        using var run = ScenarioRun.Of("timer");
        Assert.Equal(["five", "5"], run.Host.Texts);
        Assert.InRange(run.Host.Reports[0].Time, 900 * VirtualTime.Millisecond, 902 * VirtualTime.Millisecond);
    }

    [Fact]
    public void JoinWaitsForTheEnd() => Assert.Equal(
        ["False", "False WaitSleepJoin", "True False"],
        ScenarioRun.Reports("join").Select(text => text.Replace("32", "WaitSleepJoin")).ToArray());

    [Fact]
    public void AbortUnwindsAThread() => Assert.Equal(["aborted", "gone"], ScenarioRun.Reports("abort"));

    [Fact]
    public void SuspendedThreadsStandStill() => Assert.Equal(["True", "True"], ScenarioRun.Reports("suspend"));

    [Fact]
    public void ARunCanBeInterruptedAnywhereWithoutChangingIt()
    {
        using var whole = ScenarioRun.Of("lock");
        using var sliced = new ScenarioRun("lock");
        for (var step = 1; sliced.Board.Run(TimeSpan.FromMilliseconds(0.7 * step)) == RunOutcome.TimeReached; step++)
        {
            Assert.True(step < 1000);
        }

        Assert.Equal(whole.Board.Trace.Lines, sliced.Board.Trace.Lines);
        Assert.Equal(whole.Board.Scheduler.Now, sliced.Board.Scheduler.Now);
        Assert.Equal(whole.Board.Scheduler.Instructions, sliced.Board.Scheduler.Instructions);
    }
}
