namespace Earshot.Emulator.Scenarios;

/// <summary>Load and current since the note before.</summary>
/// <param name="Seconds">Virtual time at the end.</param>
/// <param name="ProcessorLoad">Share of the time that the core was not idle, 0 to 1.</param>
/// <param name="Amperes">Mean current of all components.</param>
public sealed record LoadNote(double Seconds, double ProcessorLoad, double Amperes);
