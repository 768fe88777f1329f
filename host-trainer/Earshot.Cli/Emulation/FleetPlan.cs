using Earshot.Emulator.Fleet;

namespace Earshot.Cli.Emulation;

/// <summary>How a fleet runs.</summary>
/// <param name="Nodes">How many nodes.</param>
/// <param name="Duration">Virtual time.</param>
/// <param name="Workers">Nodes that run at the same time.</param>
/// <param name="Seed">The seed of everything that tells nodes apart.</param>
/// <param name="Radio">The network that they share; null for serial lines.</param>
/// <param name="SwitchOnWithin">Time over which they are switched on.</param>
internal sealed record FleetPlan(int Nodes, TimeSpan Duration, int Workers, int Seed, FleetLoRaWan? Radio, TimeSpan SwitchOnWithin);
