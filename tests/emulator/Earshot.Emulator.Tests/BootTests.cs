using Earshot.Emulator.Boards;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests;

/// <summary>Many boots of one board.</summary>
public sealed class BootTests
{
    private static readonly TimeSpan Half = TimeSpan.FromSeconds(0.5);

    [Fact]
    public void AResetStartsAFreshProgramAndTimeGoesOn()
    {
        using var run = new ScenarioRun("boots");
        run.Board.Run(Half);
        var threads = run.Board.Scheduler.Threads.ToArray();
        run.Board.Reset(ResetCause.Pin);
        Assert.All(threads, thread => Assert.Equal(DeviceThreadState.Ended, thread.State));
        run.Board.Run(2 * Half);
        Assert.Equal(2, run.Board.Boots);
        Assert.Equal(
            ["0 start 1 cause 1", "300 timer", "400 thread", "500 start 1 cause 3", "800 timer", "900 thread"],
            run.Host.Reports.Select(report => $"{report.Time / (10 * VirtualTime.Millisecond) * 10} {report.Text}"));
    }

    [Theory]
    [InlineData("boots")]
    [InlineData("compute")]
    public void ABrownOutStrikesAtItsInstantAndTheBoardComesBack(string scenario)
    {
        using var run = new ScenarioRun(scenario);
        var starts = new List<long>();
        run.Board.Started += _ => starts.Add(run.Board.Scheduler.Now);
        run.Board.Scheduler.ScheduleAt(123_456_789, () => run.Board.BrownOut(Half));
        Assert.Equal(RunOutcome.TimeReached, run.Board.Run(2 * Half));
        // A program that computes is interrupted at the end of a basic block, less than 100 us later.
        Assert.InRange(Assert.Single(starts), 623_456_789, 623_556_789);
        Assert.Equal(ResetCause.BrownOut, run.Board.ResetCause);
        Assert.DoesNotContain("caught", run.Host.Texts);
        Assert.DoesNotContain("finally", run.Host.Texts);
        Assert.Equal(2, run.Host.Texts.Count(text => text.StartsWith("start", StringComparison.Ordinal)));
    }

    [Fact]
    public void OfTwoRequestsAtAnInstantTheSupplyWins()
    {
        using var run = new ScenarioRun("boots");
        run.Board.Scheduler.ScheduleAt(1000, () => run.Board.Reset(ResetCause.Pin));
        run.Board.Scheduler.ScheduleAt(1000, () => run.Board.BrownOut(Half));
        run.Board.Scheduler.ScheduleAt(2000, () => run.Board.Reset(ResetCause.Pin));
        run.Board.Run(2 * Half);
        Assert.Equal(2, run.Board.Boots);
        Assert.Equal(ResetCause.BrownOut, run.Board.ResetCause);
    }

    [Fact]
    public void AProgramThatFailedStartsAgainAfterAReset()
    {
        using var run = ScenarioRun.Of("throw");
        Assert.Equal(RunOutcome.UncaughtException, run.Outcome);
        run.Board.Reset(ResetCause.Pin);
        Assert.Equal(RunOutcome.TimeReached, run.Board.Run(TimeSpan.FromSeconds(2)));
        Assert.Null(run.Board.Scheduler.Failure);
        Assert.Equal(RunOutcome.UncaughtException, run.Board.Run(TimeSpan.FromSeconds(9)));
    }

    [Fact]
    public void EveryStartButTheFirstTakesTheFirmwaresTime()
    {
        var board = BoardCatalog.Find("ST_NUCLEO64_F411RE_NF");
        using var run = new ScenarioRun("boots", board: board);
        run.Board.Scheduler.ScheduleAt(VirtualTime.Second, () => run.Board.Reset(ResetCause.Pin));
        var starts = new List<double>();
        run.Board.Started += _ => starts.Add(VirtualTime.ToTimeSpan(run.Board.Scheduler.Now).TotalSeconds);
        run.Board.Run(TimeSpan.FromSeconds(2));
        Assert.Equal(1 + board.Times["boot"].Second, Assert.Single(starts), 9);
    }

    [Fact]
    public void AResetStormLeavesNothingBehind()
    {
        using var run = new ScenarioRun("boots");
        for (var count = 1; count <= 300; count++)
        {
            run.Board.Scheduler.ScheduleAt(count * 7_654_321L, () => run.Board.Reset(ResetCause.Pin));
        }

        run.Board.Run(TimeSpan.FromSeconds(3));
        Assert.Equal(301, run.Board.Boots);
        Assert.Equal(2, run.Board.Scheduler.Threads.Count);
        Assert.Equal(301, run.Host.Texts.Count(text => text.StartsWith("start 1 ", StringComparison.Ordinal)));
    }

    [Fact]
    public void StopFreezesThreadsAndTimersWithTheClocks()
    {
        using var run = ScenarioRun.Of("stop", seconds: 3.2);
        Assert.Equal(
            [
                "2100 stopped for 2000", "2100 ticks 0", "2100 bad -1 none 0", "2400 thread", "2500 timer", "2800 thread",
            ],
            run.Host.Reports.Take(6).Select(report => $"{report.Time / (10 * VirtualTime.Millisecond) * 10} {report.Text}"));
    }

    [Fact]
    public void AnInterruptEndsStopAndTheTraceTells()
    {
        using var run = new ScenarioRun("stop");
        run.Board.Scheduler.ScheduleAt(VirtualTime.Second, () => run.Board.Power.WakeFromStop("a test"));
        run.Board.Run(TimeSpan.FromSeconds(3));
        Assert.Matches("^stopped for (8[89][0-9]|900)$", run.Host.Texts[0]);
        string[] expected = ["power: stop for 2000 ms$", "power: woken by a test$", "power: runs after [89][0-9]+ ms of stop$"];
        Assert.All(expected, text => Assert.Contains(run.Board.Trace.Lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, text)));
    }

    [Fact]
    public void TheWatchdogBitesWhoHangs()
    {
        using var run = ScenarioRun.Of("watchdog", seconds: 3);
        Assert.Equal(["cause 1", "unfed -69 bad -1", "cause 5", "unfed -69 bad -1"], run.Host.Texts);
        // From one start's first report to the next one's: what a start costs before it cancels out.
        var between = run.Host.Reports[2].Time - run.Host.Reports[0].Time;
        Assert.InRange(between, 1700 * VirtualTime.Millisecond, 1702 * VirtualTime.Millisecond);
    }

    [Fact]
    public void ManyBootsGiveTheSameTraceTwice()
    {
        string[] Trace(bool inSteps)
        {
            using var run = new ScenarioRun("boots");
            for (var count = 1; count <= 20; count++)
            {
                run.Board.Scheduler.ScheduleAt(count * 47_654_321L, () => run.Board.BrownOut(TimeSpan.FromMilliseconds(10)));
            }

            for (var step = 1; inSteps && step < 10; step++)
            {
                run.Board.Run(TimeSpan.FromMilliseconds(100 * step));
            }

            run.Board.Run(TimeSpan.FromSeconds(2));
            return [.. run.Board.Trace.Lines];
        }

        Assert.Equal(Trace(inSteps: false), Trace(inSteps: true));
    }
}
