namespace Earshot.Emulator.Fleet;

/// <summary>What one node of a fleet has done.</summary>
/// <param name="Node">Its number, from 0.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="ClockError">How far its sample clock is off, in parts per million.</param>
/// <param name="Result">What it did.</param>
public sealed record FleetNodeResult(int Node, int Seed, double ClockError, NodeEmulationResult Result)
{
    /// <summary>How it fared on the air; null for the serial radio.</summary>
    public FleetRadioUse? Radio { get; init; }
}
