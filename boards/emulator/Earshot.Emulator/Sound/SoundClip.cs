namespace Earshot.Emulator.Sound;

/// <summary>A sound to be played.</summary>
/// <param name="Name">What it is called, such as a file name.</param>
/// <param name="Label">Its true class, or empty when it is not known.</param>
/// <param name="Samples">16-bit mono samples at the playlist's rate.</param>
public sealed record SoundClip(string Name, string Label, short[] Samples);
