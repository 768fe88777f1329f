using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>Something is wrong with the time server.</summary>
/// <param name="begin">What.</param>
/// <param name="end">Puts it right.</param>
internal sealed class SntpFault(Action<TimeServer> begin, Action<TimeServer> end) : IFault
{
    /// <inheritdoc/>
    public void Begin(ScenarioWorld world) => begin(ServerOf(world));

    /// <inheritdoc/>
    public void End(ScenarioWorld world) => end(ServerOf(world));

    private static TimeServer ServerOf(ScenarioWorld world) =>
        world.TimeServer ?? throw new InvalidOperationException("The scenario has no time server.");
}
