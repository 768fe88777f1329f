namespace Earshot.Emulator.Scenarios;

/// <summary>A decision of the classifier.</summary>
/// <param name="Seconds">Virtual time.</param>
/// <param name="Scores">Probability of each class in 1/256, before it is smoothed.</param>
/// <param name="Level">A-weighted level in dB of a full-scale sine.</param>
public sealed record ScoreNote(double Seconds, byte[] Scores, double Level);
