namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>Nobody hears the radio, and it hears nobody.</summary>
internal sealed class RadioOutageFault : IFault
{
    /// <inheritdoc/>
    public void Begin(ScenarioWorld world) => world.Radio.IsOut = true;

    /// <inheritdoc/>
    public void End(ScenarioWorld world) => world.Radio.IsOut = false;
}
