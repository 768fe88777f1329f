namespace Earshot.ModemFuzz;

/// <summary>The target has not thrown, but has done what it must not.</summary>
public sealed class BrokenPromiseException(string message) : Exception(message);
