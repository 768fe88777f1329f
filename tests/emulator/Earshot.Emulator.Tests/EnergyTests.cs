using Earshot.Emulator.Boards;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests;

/// <summary>What boards draw, and how long batteries last.</summary>
public sealed class EnergyTests
{
    [Fact]
    public void ChargeIsTimeTimesCurrentAndNoLengthOfARunMatters()
    {
        double Charge(int steps)
        {
            using var run = new ScenarioRun("for-ever");
            var radio = run.Board.Energy.Component("radio");
            run.Board.Scheduler.ScheduleAt(100 * VirtualTime.Millisecond, () => radio.Draw("transmit", 0.04));
            run.Board.Scheduler.ScheduleAt(350 * VirtualTime.Millisecond, () => radio.Draw("sleep", 1.6e-6));
            for (var step = 1; step <= steps; step++)
            {
                run.Board.Run(TimeSpan.FromSeconds(2.0 * step / steps));
                _ = radio.Coulombs;
            }

            Assert.Same(radio, run.Board.Energy.Component("radio"));
            Assert.Equal("sleep", radio.State);
            var transmitted = radio.Uses.Single(use => use.State == "transmit");
            Assert.InRange(transmitted.Time.TotalSeconds, 0.25, 0.2501);
            Assert.Equal(transmitted.Time.TotalSeconds * 0.04, transmitted.Coulombs, 8);
            return radio.Coulombs;
        }

        Assert.Equal(Charge(1), Charge(37));
    }

    [Fact]
    public void EachStateOfTheChipDrawsItsOwnCurrent()
    {
        using var run = ScenarioRun.Of("standby", seconds: 600);
        var figures = PowerFigures.Of(run.Board);
        var currents = run.Board.Description.Currents;
        Assert.Equal(600, figures.States.Where(state => state.Component == "mcu").Sum(state => state.Time.TotalSeconds), 5);
        Assert.All(figures.States, state => Assert.Equal(state.Time.TotalSeconds * currents[state.State].Ampere, state.Coulombs, 6));
        Assert.InRange(figures.States.Single(state => state.State == "standby").Time.TotalSeconds, 590, 600);
        Assert.Equal(figures.Coulombs / 600, figures.AverageAmperes!.Value, 12);
        Assert.Empty(figures.UnknownCurrents);
    }

    [Fact]
    public void IdleTimeIsSleepAndStopIsStop()
    {
        using var run = ScenarioRun.Of("stop", seconds: 3.2);
        double Seconds(string state) => run.Board.Energy.Component("mcu").Uses.Single(use => use.State == state).Time.TotalSeconds;
        Assert.Equal(2.0, Seconds("stop"), 3);
        Assert.InRange(Seconds("sleep"), 1.1, 1.2);
        Assert.InRange(Seconds("run"), 0, 0.1);
    }

    [Fact]
    public void ACurrentThatIsNotKnownIsNotGuessed()
    {
        var board = BoardCatalog.Find("ST_NUCLEO64_F411RE_NF");
        board.Currents.Remove("sleep");
        using var run = new ScenarioRun("boots", board: board);
        run.Board.Run(TimeSpan.FromSeconds(1));
        var figures = PowerFigures.Of(run.Board);
        Assert.Equal(["sleep"], figures.UnknownCurrents);
        Assert.Null(figures.AverageAmperes);
    }

    [Fact]
    public void ABatteryLastsAsItsCapacityAndSelfDischargeSay()
    {
        var battery = new Battery { AmpereHours = 8.766, UsableShare = 0.9, SelfDischargePerYear = 0.1 };
        // 8.766 Ah are 1 mA for a year; 0.1 mA goes by itself.
        Assert.Equal(0.9 / 1.0 * Battery.DaysPerYear, battery.Life(0.9e-3).TotalDays, 3);
        Assert.Equal(9 * Battery.DaysPerYear, battery.Life(0).TotalDays, 3);
        Assert.Equal(TimeSpan.MaxValue, (battery with { SelfDischargePerYear = 0 }).Life(0));
        Assert.Equal(2.75, (battery with { Volts = [2, 3, 3], Ohms = 10 }).VoltsAt(0.4, 0.005), 9);
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(1.0, 0.0)]
    [InlineData(1.0, 1.5)]
    public void ABatteryThatCannotBeIsAnError(double ampereHours, double usableShare) => Assert.Throws<ArgumentException>(
        () => new ScenarioRun("boots", battery: new Battery { AmpereHours = ampereHours, UsableShare = usableShare }));

    [Fact]
    public void AnEmptyBatteryBreaksDownUnderALoadAndTriesAgain()
    {
        // Ten seconds of computing empty it; a start takes more than is left.
        var battery = new Battery { AmpereHours = 0.0218 * 10 / 3600, Volts = [0, 3, 3] };
        using var run = new ScenarioRun("for-ever", battery: battery);
        run.Board.Run(TimeSpan.FromMinutes(5));
        Assert.InRange(run.Board.Boots, 2, 5);
        Assert.Equal(ResetCause.BrownOut, run.Board.ResetCause);
        Assert.InRange(run.Board.Supply.ChargeShare, 0, 0.3);
        Assert.Contains(run.Board.Trace.Lines, line => line.Contains("supply falls to", StringComparison.Ordinal));
    }

    [Fact]
    public void ALoadThatTheBatteryCannotBearResetsTheBoardAtOnce()
    {
        using var run = new ScenarioRun("for-ever", battery: new Battery { AmpereHours = 2, Ohms = 20, Volts = [2, 3] });
        run.Board.Scheduler.ScheduleAt(VirtualTime.Second, () => run.Board.Energy.Component("radio").Draw("transmit", 0.1));
        run.Board.Run(TimeSpan.FromSeconds(2));
        Assert.Equal(PowerState.Off, run.Board.Power.State);
        Assert.Contains(run.Board.Trace.Lines, line => line.Contains("as radio enters transmit", StringComparison.Ordinal));
    }
}
