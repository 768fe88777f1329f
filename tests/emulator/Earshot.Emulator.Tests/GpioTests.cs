using Earshot.Emulator.Scenarios;
using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests;

public sealed class GpioTests
{
    private const string Button = "PC13";

    [Fact]
    public void AnOutputDrivesItsPin()
    {
        var levels = new List<bool>();
        var reports = ScenarioRun.Reports("package gpio-output", board =>
        {
            var led = board.Gpio.Pin("PA5");
            led.ExternalPull = true;
            led.Changed += levels.Add;
        });
        Assert.Equal(["Low", "High", "Low", "High", "False"], reports);
        // The resistor, then the app: low, high, low, low as an open drain and up by the resistor.
        Assert.Equal([false, true, false, true], levels);
    }

    [Fact]
    public void AnInputFollowsTheWorld() => Assert.Equal(
        ["High", "Low", "High", "1"],
        ScenarioRun.Reports("package gpio-input", board => At(board, 50, () => board.Gpio.Pin(45).DriveFromOutside(true))));


    [Fact]
    public void EdgesAreReported()
    {
        using var run = ScenarioRun.Of("package gpio-edges", wire: board =>
        {
            At(board, 100, () => board.Gpio.Pin(Button).DriveFromOutside(true));
            At(board, 200, () => board.Gpio.Pin(Button).DriveFromOutside(false));
            At(board, 1500, () => board.Gpio.Pin(Button).DriveFromOutside(true));
        });
        Assert.Equal(["controller 45 1", "pin 1", "pin 2"], run.Host.Texts);
        Assert.InRange(run.Host.Reports[0].Time, 100_000_000, 103_000_000);
    }

    [Fact]
    public void BouncesAreOneEdge() => Assert.Equal(["1", "2"], ScenarioRun.Reports("package gpio-debounce", board =>
    {
        for (var bounce = 0; bounce < 5; bounce++)
        {
            var level = bounce % 2 == 0;
            At(board, 100 + bounce, () => board.Gpio.Pin(Button).DriveFromOutside(level));
            At(board, 200 + bounce, () => board.Gpio.Pin(Button).DriveFromOutside(!level));
        }
    }));

    [Fact]
    public void MistakesAreExceptions() => Assert.Equal(
        [
            "InvalidOperationException", "InvalidOperationException", "ArgumentException", "ArgumentException",
            "ObjectDisposedException", "256 False",
        ],
        ScenarioRun.Reports("package gpio-errors"));

    [Fact]
    public void AScenarioDrivesPinsAndWiresThem()
    {
        var scenario = new ScenarioConfiguration
        {
            Wires = [new WireEntry { From = "PA5", To = "PC7" }],
            Pins = [new PinEntry { At = TimeSpan.FromMilliseconds(50), Pin = Button, Level = PinLevel.High }],
        };
        Assert.Equal(["High", "Low", "High", "1"], ScenarioRun.Reports("package gpio-input", board => ScenarioPins.Arrange(board, scenario)));
        var levels = new List<bool>();
        ScenarioRun.Reports("package gpio-output", board =>
        {
            ScenarioPins.Arrange(board, scenario);
            board.Gpio.Pin("PC7").Changed += levels.Add;
        });
        Assert.Equal([true, false], levels);
    }

    internal static void At(EmulatedBoard board, int milliseconds, Action action) =>
        board.Scheduler.ScheduleAt(milliseconds * VirtualTime.Millisecond, action);
}
