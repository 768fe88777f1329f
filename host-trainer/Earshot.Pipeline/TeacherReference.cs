namespace Earshot.Pipeline;

/// <summary>A model that a run learnt from.</summary>
/// <param name="File">Where it was.</param>
/// <param name="Hash">The SHA-256 of the file in hexadecimal.</param>
public sealed record TeacherReference(string File, string Hash);
