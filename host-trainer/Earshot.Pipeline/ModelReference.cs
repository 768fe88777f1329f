namespace Earshot.Pipeline;

/// <summary>A model that a run learnt from, or started from.</summary>
/// <param name="File">Where it was.</param>
/// <param name="Hash">The SHA-256 of the file, or of the weights that were taken over, in hexadecimal.</param>
public sealed record ModelReference(string File, string Hash);
