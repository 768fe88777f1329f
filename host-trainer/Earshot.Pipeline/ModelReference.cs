namespace Earshot.Pipeline;

/// <summary>A model that a run learnt from, or started from.</summary>
/// <param name="File">Where it was.</param>
/// <param name="Hash">The SHA-256 of the model file, of the model that was made of a checkpoint, or of the weights that were taken over, in hexadecimal.</param>
public sealed record ModelReference(string File, string Hash);
