namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>The supply goes away in the middle of whatever the board does.</summary>
/// <param name="off">How long.</param>
internal sealed class BrownOutFault(TimeSpan off) : IFault
{
    /// <inheritdoc/>
    public void Begin(ScenarioWorld world) => world.Board.BrownOut(off);

    /// <inheritdoc/>
    public void End(ScenarioWorld world)
    {
        // The board comes back by itself.
    }
}
