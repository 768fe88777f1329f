namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>Bits of the model pack in the deployment region change: a model that runs is used in place, the next start checks it.</summary>
/// <param name="bits">How many.</param>
/// <param name="random">Random numbers.</param>
internal sealed class ModelBitFlipsFault(int bits, Random random) : IFault
{
    /// <inheritdoc/>
    public void Begin(ScenarioWorld world)
    {
        for (var flip = 0; flip < bits; flip++)
        {
            world.DeployedModel[random.Next(world.DeployedModel.Length)] ^= (byte)(1 << random.Next(8));
        }
    }

    /// <inheritdoc/>
    public void End(ScenarioWorld world)
    {
        // Flipped bits stay flipped.
    }
}
