using Earshot.Emulator.Boards;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests;

/// <summary>Standby, what survives it, and the natives of nanoFramework.Hardware.Stm32 and Runtime.Native.</summary>
public sealed class StandbyTests
{
    [Fact]
    public void TheAlarmWakesAFreshProgramThatRemembersByBackupMemory()
    {
        using var run = ScenarioRun.Of("standby", seconds: 130);
        Assert.Equal(
            ["start 1 count 1 cause 1 reason 0", "start 1 count 2 cause 6 reason 1", "start 1 count 3 cause 6 reason 1"], run.Host.Texts);
        Assert.InRange(run.Host.Reports[1].Time, 60 * VirtualTime.Second, 61 * VirtualTime.Second);
        Assert.Equal(PowerState.Standby, run.Board.Power.State);
    }

    [Fact]
    public void APinWakesWhatSleepsAndAPinThatIsNotOneDoesNot()
    {
        using var run = new ScenarioRun("standby");
        run.Board.Scheduler.ScheduleAt(5 * VirtualTime.Second, () => run.Board.WakeupPins.Rise("PC13"));
        run.Board.Scheduler.ScheduleAt(10 * VirtualTime.Second, () => run.Board.WakeupPins.Rise("PA0"));
        run.Board.Run(TimeSpan.FromSeconds(30));
        Assert.Equal(["start 1 count 1 cause 1 reason 0", "start 1 count 2 cause 6 reason 2"], run.Host.Texts);
        Assert.InRange(run.Host.Reports[1].Time, 10 * VirtualTime.Second, 11 * VirtualTime.Second);
    }

    [Fact]
    public void TheOfficialMembersDoWhatTheFirmwareDoes()
    {
        Assert.Equal(
            [
                "size 80",
                "bytes 1 2 3 4 5 66 7 8 ",
                // The firmware of 1.17 writes one of three bytes that begin a register and clears the others.
                "three 1 0 0 9 ",
                "long True",
                "behind ArgumentException ArgumentOutOfRangeException",
                "alarm 2026-01-20 12:34:56",
                "pin ArgumentException",
                "id 12 1073 4096",
                "channel no ArgumentException",
                "set True",
                "2031-02-03 04:05:06.000",
                "2031-02-03 04:05:07.500",
                "ST_NUCLEO64_F411RE_NF STM32 1 2",
            ],
            ScenarioRun.Reports("stm32"));
    }

    [Fact]
    public void EveryKindOfRebootDoesItsPart()
    {
        using var run = ScenarioRun.Of("reboot", seconds: 30);
        Assert.Equal(
            [
                "start 1 cause 1 ticks 1", "handler",
                "start 2 cause 4 ticks 1", "handler",
                // Restarting the CLR alone leaves the watchdog running.
                "start 3 cause 4 ticks 1", "fed 0", "handler",
                "start 4 cause 4 ticks 1", "handler",
            ],
            run.Host.Texts);
        Assert.Contains("power: in nanoBooter", run.Board.Trace.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(RunOutcome.TimeReached, run.Outcome);
        run.Board.Reset(ResetCause.Pin);
        run.Board.Run(TimeSpan.FromSeconds(31));
        Assert.Equal("start 5 cause 3 ticks 1", run.Host.Texts[9]);
    }

    [Fact]
    public void AnExecutionConstraintStrikesIsLiftedAndEndsWithItsMethod()
    {
        using var run = ScenarioRun.Of("constraint");
        Assert.Equal(["struck", "lifted", "ended with its method", "struck asleep"], run.Host.Texts);
        var first = run.Host.Reports[0].Time;
        // The packages' own start comes before Main.
        Assert.InRange(first, 100 * VirtualTime.Millisecond, 105 * VirtualTime.Millisecond);
        Assert.Equal([0, 1000, 2000, 2100], run.Host.Reports.Select(report => (report.Time - first) / VirtualTime.Millisecond));
    }

    [Theory]
    [InlineData(0, "00:00:00.000", "00:16:40.003")]
    [InlineData(100, "00:00:00.000", "00:16:40.103")]
    [InlineData(-100, "00:00:00.000", "00:16:39.903")]
    public void TheClockDriftsAsItsCrystalDoes(double ppm, string first, string second)
    {
        using var run = new ScenarioRun("drift", clockDriftPpm: ppm);
        run.Board.Run(TimeSpan.FromHours(1));
        Assert.Equal([first, second], run.Host.Texts);
    }

    [Fact]
    public void PowerLostInAWriteLeavesWhatWasWrittenAndNothingElse()
    {
        using var run = new ScenarioRun("write-backup");
        var torn = 0;
        for (var count = 1; count <= 60; count++)
        {
            // The program takes about 10 ms to begin.
            run.Board.Scheduler.ScheduleAfter(20_000_000 + (count * 7_919L), () => run.Board.BrownOut(TimeSpan.FromMilliseconds(15)));
            run.Board.Run(TimeSpan.FromMilliseconds((40 * count) - 10));
            Assert.Equal(PowerState.Off, run.Board.Power.State);
            var bytes = run.Board.Backup.Content.ToArray();
            var newest = bytes.First(value => value != 0);
            var tear = Array.FindIndex(bytes, value => value != newest);
            if (tear >= 0)
            {
                torn++;
                var cleared = bytes[tear] == 0 ? (tear | 3) + 1 : tear;
                Assert.All(bytes[tear..cleared], value => Assert.Equal(0, value));
                Assert.All(bytes[cleared..], value => Assert.Equal(3 - newest, value));
            }

            run.Board.Run(TimeSpan.FromMilliseconds(40 * count));
        }

        Assert.InRange(torn, 10, 50);
    }

    [Theory]
    [InlineData(true, "count 2")]
    [InlineData(false, "count 1")]
    public void BackupMemoryOutlivesTheSupplyOnlyWithOneOfItsOwn(bool hasBackupSupply, string expected)
    {
        using var run = new ScenarioRun("standby", hasBackupSupply: hasBackupSupply);
        run.Board.Scheduler.ScheduleAt(5 * VirtualTime.Second, () => run.Board.BrownOut(TimeSpan.FromSeconds(1)));
        run.Board.Run(TimeSpan.FromSeconds(10));
        Assert.Contains(expected, run.Host.Texts[1], StringComparison.Ordinal);
        Assert.Equal(hasBackupSupply ? 2026 : 2000, run.Board.Clock.UtcNow.Year);
    }

    [Theory]
    [InlineData("ST_NUCLEO64_F411RE_NF", new[] { "cause 1", "cause 5", "cause 5" })]
    [InlineData("ST_NUCLEO144_F746ZG", new[] { "cause 1", "cause 6" })]
    public void TheWatchdogBitesInStandbyWhereTheChipCannotHoldIt(string target, string[] causes)
    {
        using var run = new ScenarioRun("standby-watchdog", board: BoardCatalog.Find(target));
        run.Board.Run(TimeSpan.FromSeconds(15));
        Assert.Equal(causes, run.Host.Texts);
    }

    [Fact]
    public void OnABoardAnUncaughtExceptionEndsItsThreadAlone()
    {
        using var run = new ScenarioRun("throw-in-thread", endsWithProgram: false);
        Assert.Equal(RunOutcome.TimeReached, run.Board.Run(TimeSpan.FromSeconds(10)));
        Assert.Equal("thread 2", run.Board.Scheduler.Failure!.Thread);
        Assert.Equal("main thread", Assert.Single(run.Board.Scheduler.Threads).Name);
        Assert.Contains(run.Board.Trace.Lines, line => line.Contains("uncaught", StringComparison.Ordinal));
    }

    [Fact]
    public void AnAlarmMatchesOnTheDayThatItNames()
    {
        var alarm = new Peripherals.RtcAlarm(31, 6, 30, 0);
        Assert.Equal(new DateTime(2026, 1, 31, 6, 30, 0), alarm.Next(new DateTime(2026, 1, 31, 6, 29, 59)));
        Assert.Equal(new DateTime(2026, 3, 31, 6, 30, 0), alarm.Next(new DateTime(2026, 1, 31, 6, 30, 0)));
        Assert.Null((alarm with { Day = 0 }).Next(new DateTime(2026, 1, 1)));
    }
}
