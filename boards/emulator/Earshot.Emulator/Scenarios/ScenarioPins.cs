using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Scenarios;

/// <summary>Wires pins, and drives them at their times.</summary>
internal static class ScenarioPins
{
    /// <summary>Lets it happen.</summary>
    public static void Arrange(EmulatedBoard board, ScenarioConfiguration scenario)
    {
        foreach (var wire in scenario.Wires)
        {
            wire.Connect(board);
        }

        foreach (var entry in scenario.Pins)
        {
            var pin = board.Gpio.Pin(entry.Pin);
            board.Scheduler.ScheduleAt(VirtualTime.From(entry.At), () =>
            {
                board.Trace.Write("world", $"{entry.Pin} {Yaml.ConfigurationKeys.Name(entry.Level.ToString())}");
                if (entry.Level == PinLevel.Open)
                {
                    pin.ReleaseFromOutside();
                }
                else
                {
                    pin.DriveFromOutside(entry.Level == PinLevel.High);
                }
            });
        }
    }
}
