namespace Earshot.Emulator.Scenarios;

/// <summary>What a component drew in one of its states.</summary>
/// <param name="Component">The component.</param>
/// <param name="State">Its state.</param>
/// <param name="Time">How long it was in it.</param>
/// <param name="Coulombs">The charge.</param>
public sealed record EnergyShare(string Component, string State, TimeSpan Time, double Coulombs);
