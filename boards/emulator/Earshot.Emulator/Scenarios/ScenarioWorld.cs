namespace Earshot.Emulator.Scenarios;

/// <summary>A board with what is around it, as faults see it.</summary>
/// <param name="Board">The board.</param>
/// <param name="Radio">Who listens to its radio.</param>
/// <param name="DeployedModel">The model pack in the deployment region; faults change it in place.</param>
internal sealed record ScenarioWorld(EmulatedBoard Board, ScenarioRadio Radio, byte[] DeployedModel);
