namespace Earshot.Deployment.Tools;

/// <summary>What a program did.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Lines">What it printed, on both streams.</param>
public sealed record ProgramOutcome(int ExitCode, IReadOnlyList<string> Lines);
