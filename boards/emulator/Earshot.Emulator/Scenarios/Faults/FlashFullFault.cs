namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>Something else fills the deployment storage.</summary>
/// <param name="free">Bytes that stay free, in whole sectors.</param>
internal sealed class FlashFullFault(int free) : IFault
{
    /// <inheritdoc/>
    public void Begin(ScenarioWorld world) => world.Board.Storage.Files.Occupy(free);

    /// <inheritdoc/>
    public void End(ScenarioWorld world) => world.Board.Storage.Files.Vacate();
}
