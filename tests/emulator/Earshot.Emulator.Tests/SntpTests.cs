using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests;

public sealed class SntpTests
{
    [Fact]
    public void TheFirstServerSetsTheClock()
    {
        var server = new TimeServer { Offset = TimeSpan.FromDays(365 * 30) };
        var reports = Reports(board => board.Sntp.Connect("0.pool.ntp.org", server));
        // Wrong by thirty years; asked after two seconds and again after an hour.
        Assert.Equal(["False 0.pool.ntp.org", "True 2055-12-25 00:00:29", "2055-12-25 01:00:29", "False"], reports);
        Assert.Equal(2, server.Questions);
    }

    [Fact]
    public void TheSecondServerIsAskedWhenTheFirstIsSilent()
    {
        var silent = new TimeServer { IsReachable = false };
        var reports = Reports(board =>
        {
            board.Sntp.Connect("0.pool.ntp.org", silent);
            board.Sntp.Connect("time.example", new TimeServer { Offset = TimeSpan.FromDays(1) });
        });
        Assert.Equal("True 2026-01-02 00:00:29", reports[1]);
        // Once at the start and once an hour later.
        Assert.Equal(2, silent.Questions);
    }

    [Fact]
    public void WithoutAServerTheClockStays() => Assert.Equal("True 2026-01-01 00:00:30", Reports(_ => { })[1]);

    [Fact]
    public void TheNextQuestionDoesNotHideAnAppThatIsBlockedForEver()
    {
        foreach (var server in new[] { new TimeServer(), new TimeServer { IsReachable = false } })
        {
            using var run = ScenarioRun.Of("package sntp-block", seconds: 10000, wire: board => board.Sntp.Connect("0.pool.ntp.org", server));
            Assert.Equal(1, server.Questions);
            Assert.True(run.Board.Sntp.IsStarted);
            Assert.Equal(RunOutcome.BlockedForever, run.Outcome);
            Assert.InRange(run.Board.Scheduler.Now, 10 * VirtualTime.Second, 11 * VirtualTime.Second);
            Assert.Equal(
                "main thread waits for ever for a wait handle\n    at Earshot.Packages.NetworkTime.BlockForEver()\n    at Earshot.Packages.Program.Main()",
                Assert.Single(run.Board.Waiting));
        }
    }

    private static string[] Reports(Action<EmulatedBoard> wire)
    {
        using var run = ScenarioRun.Of("package sntp", seconds: 4000, wire: wire);
        return run.Host.Texts;
    }
}
