namespace Earshot.Emulator.Scenarios;

/// <summary>Something that was sent.</summary>
/// <param name="Seconds">Virtual time at which it was complete.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="IsHeard">Whether the receiver heard it.</param>
public sealed record RadioNote(double Seconds, int Bytes, bool IsHeard);
