namespace Earshot.ModemFuzz;

/// <summary>The target does not come to an end.</summary>
public sealed class EndlessException() : Exception("It does not come to an end.");
