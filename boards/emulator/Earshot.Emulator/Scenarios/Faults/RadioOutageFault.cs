namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>Nobody hears the radio, and it hears nobody.</summary>
/// <param name="end">When it will be over; <see cref="TimeSpan.MaxValue"/> for never.</param>
internal sealed class RadioOutageFault(TimeSpan end) : IFault
{
    /// <inheritdoc/>
    public void Begin(ScenarioWorld world) =>
        world.Radio.BeginOutage(Scheduling.VirtualTime.ToTimeSpan(world.Board.Scheduler.Now), end);

    /// <inheritdoc/>
    public void End(ScenarioWorld world) => world.Radio.EndOutage();
}
