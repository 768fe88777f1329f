namespace Earshot.Cli;

/// <summary>What the tool's exit code means; the table in README.md says the same.</summary>
internal static class ExitCodes
{
    /// <summary>Everything asked for was done.</summary>
    public const int Success = 0;

    /// <summary>A defect in Earshot or in the machine: the message asks for a report.</summary>
    public const int InternalError = 1;

    /// <summary>Something given is wrong: a file, a field, an option. Nothing was half-written.</summary>
    public const int BadInput = InputException.ExitCode;

    /// <summary>The run ended, and its result is below what the command promises; or the app that was emulated has ended by itself.</summary>
    public const int BelowExpectation = 3;

    /// <summary>Cancelled with Ctrl+C; what was finished is kept and can be resumed.</summary>
    public const int Cancelled = 130;
}
