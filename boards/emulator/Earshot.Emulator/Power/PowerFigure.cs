namespace Earshot.Emulator.Power;

/// <summary>What one component has drawn in one of its states.</summary>
/// <param name="Component">What it is, such as <c>mcu</c>.</param>
/// <param name="State">The state's name, such as <c>sleep</c>.</param>
/// <param name="Time">How long it was in that state.</param>
/// <param name="Coulombs">What it drew meanwhile.</param>
public sealed record PowerFigure(string Component, string State, TimeSpan Time, double Coulombs);
