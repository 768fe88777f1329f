namespace Earshot;

/// <summary>
/// Something the user gave is wrong: a file, a field, an option. The tool prints it as one message and ends with
/// <see cref="ExitCode"/>; it never shows a stack trace for it.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>The process exit code for bad input.</summary>
    public const int ExitCode = 2;

    /// <summary>Creates the error.</summary>
    /// <param name="source">The file, folder or option at fault, as the user named it.</param>
    /// <param name="problem">What is wrong, naming the field, row or byte.</param>
    /// <param name="remedy">What to do about it, as an instruction.</param>
    /// <param name="innerException">The lower-level cause, if there is one.</param>
    public InputException(string source, string problem, string remedy, Exception? innerException = null)
        : base($"{source}: {problem} {remedy}", innerException)
    {
        Origin = source;
        Problem = problem;
        Remedy = remedy;
    }

    /// <summary>The file, folder or option at fault.</summary>
    public string Origin { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
