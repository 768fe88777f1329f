using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Tests;

public sealed class PackageTests
{
    [Fact]
    public void EventsOfNativeModulesReachManagedCode() => Assert.Equal(
        ["3 4", "7 8"],
        ScenarioRun.Reports("package events-custom", board => GpioTests.At(board, 100, () => board.Events.Post(10, 0, 3, 4))));

    [Fact]
    public void ADriverInterruptsItsDispatcher() => Assert.Equal(
        // The clock counts in 1/1024 s: 102 of them make 99 whole milliseconds.
        ["1 2 99", "The firmware has no driver Nothing."],
        ScenarioRun.Reports("package events-driver", board =>
        {
            board.Events.AddDriver("Doorbell");
            GpioTests.At(board, 100, () => board.Events.Interrupt("Doorbell", 1, 2));
            GpioTests.At(board, 1500, () => board.Events.Interrupt("Doorbell", 3, 4));
        }));

    [Fact]
    public void TheQueueOfInterruptsIsBounded()
    {
        using var run = ScenarioRun.Of("package events-custom", wire: board => GpioTests.At(board, 100, () =>
        {
            for (var index = 0; index < ManagedEvents.Capacity + 3; index++)
            {
                board.Events.Post(10, 0, 0, (uint)index);
            }
        }));
        Assert.Equal(3, run.Board.Events.Lost);
        Assert.Equal(ManagedEvents.Capacity + 1, run.Host.Reports.Count);
    }

    [Fact]
    public void CollectionsWork() => Assert.Equal(
        ["100 9801 value five", "True False True", "there already", "4943", "21", "1298", "88", "empty"],
        ScenarioRun.Reports("package collections"));

    [Fact]
    public void MathematicsIsOfSinglePrecision() => Assert.Equal(
        ["1.414213538170", "2 4 -2", "1.5 3 -1", "True", "1024 3 -1"],
        ScenarioRun.Reports("package math"));

    [Fact]
    public void TextsEndAtAZero() => Assert.Equal(
        ["6 Häher", "A", "1 1 False", "jackhammer"],
        ScenarioRun.Reports("package text"));
}
