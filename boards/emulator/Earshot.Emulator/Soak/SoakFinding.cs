namespace Earshot.Emulator.Soak;

/// <summary>Something that must not happen.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Node">The node's number; with the soak's seed and settings it repeats.</param>
/// <param name="Time">Virtual time since the node's power-on.</param>
/// <param name="Text">What was seen.</param>
public sealed record SoakFinding(SoakFindingKind Kind, int Node, TimeSpan Time, string Text);
