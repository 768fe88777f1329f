namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>The network server forgets the session: it answers nothing until the device joins again.</summary>
internal sealed class SessionLossFault : IFault
{
    /// <inheritdoc/>
    public void Begin(ScenarioWorld world) => world.Gateway.ForgetSessions();

    /// <inheritdoc/>
    public void End(ScenarioWorld world)
    {
        // The next join begins a new session.
    }
}
