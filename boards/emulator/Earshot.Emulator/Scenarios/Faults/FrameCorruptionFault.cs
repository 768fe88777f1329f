namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>A bit of LoRaWAN frames flips on the air, so that whoever receives them rejects them.</summary>
/// <param name="isUplink">Whether the frames are the device's, or the gateway's.</param>
/// <param name="rate">Probability for each frame, 0 to 1.</param>
internal sealed class FrameCorruptionFault(bool isUplink, double rate) : IFault
{
    /// <inheritdoc/>
    public void Begin(ScenarioWorld world) => Set(world, rate);

    /// <inheritdoc/>
    public void End(ScenarioWorld world) => Set(world, 0);

    private void Set(ScenarioWorld world, double probability)
    {
        if (isUplink)
        {
            world.Gateway.UplinkCorruption = probability;
        }
        else
        {
            world.Gateway.DownlinkCorruption = probability;
        }
    }
}
