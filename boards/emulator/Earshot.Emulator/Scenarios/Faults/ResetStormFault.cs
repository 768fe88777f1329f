using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>The reset pin is pulled again and again, perhaps before the app has started.</summary>
/// <param name="count">How often.</param>
/// <param name="every">From one reset to the next.</param>
internal sealed class ResetStormFault(int count, TimeSpan every) : IFault
{
    /// <inheritdoc/>
    public void Begin(ScenarioWorld world)
    {
        var scheduler = world.Board.Scheduler;
        for (var index = 1; index < count; index++)
        {
            scheduler.ScheduleAfter(index * VirtualTime.From(every), () => world.Board.Reset(ResetCause.Pin));
        }

        world.Board.Reset(ResetCause.Pin);
    }

    /// <inheritdoc/>
    public void End(ScenarioWorld world)
    {
        // The last reset is the end.
    }
}
