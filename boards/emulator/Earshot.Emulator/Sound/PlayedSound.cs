namespace Earshot.Emulator.Sound;

/// <summary>One sound of a playlist.</summary>
/// <param name="Name">What it is called, such as a file name.</param>
/// <param name="Label">Its true class, or empty when it is not known.</param>
/// <param name="Start">When it begins, in nanoseconds of virtual time.</param>
/// <param name="End">When it ends.</param>
public sealed record PlayedSound(string Name, string Label, long Start, long End);
