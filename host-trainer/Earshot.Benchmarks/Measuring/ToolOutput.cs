namespace Earshot.Benchmarks.Measuring;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">0 is success.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record ToolOutput(int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The end of what it said, for an error.</summary>
    public string Tail => string.Join('\n', (Output + Errors).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(12));
}
