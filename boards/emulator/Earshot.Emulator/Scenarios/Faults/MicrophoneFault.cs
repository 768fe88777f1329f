namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>
/// A fault of the microphone. <see cref="FaultyMicrophone"/> knows its times from the start, to the sample; here they are only told.
/// </summary>
internal sealed class MicrophoneFault : IFault
{
    /// <inheritdoc/>
    public void Begin(ScenarioWorld world)
    {
        // See above.
    }

    /// <inheritdoc/>
    public void End(ScenarioWorld world)
    {
        // See above.
    }
}
