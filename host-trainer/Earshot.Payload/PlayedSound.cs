namespace Earshot.Payload;

/// <summary>A sound that a node had to hear.</summary>
/// <param name="Name">What it is called, such as a file name.</param>
/// <param name="Label">Its true class, or empty when it is not known.</param>
/// <param name="Start">When it begins, from the node's power-on.</param>
/// <param name="End">When it ends.</param>
public sealed record PlayedSound(string Name, string Label, TimeSpan Start, TimeSpan End);
