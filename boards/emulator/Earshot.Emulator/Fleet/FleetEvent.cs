using Earshot.Payload;

namespace Earshot.Emulator.Fleet;

/// <summary>An event that a node of a fleet has sent.</summary>
/// <param name="Node">The node's number, from 0.</param>
/// <param name="Event">The event, decoded.</param>
public sealed record FleetEvent(int Node, ReceivedEvent Event);
