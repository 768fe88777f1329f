using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Messages on standard error: red on a terminal, plain when redirected.</summary>
internal static class ErrorOutput
{
    private static readonly IAnsiConsole Terminal = AnsiConsole.Create(
        new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Writes one error.</summary>
    public static void WriteLine(string message)
    {
        Terminal.Write(new Markup("[red]error:[/] "));
        Console.Error.WriteLine(message);
    }

    /// <summary>Writes what to do next.</summary>
    public static void WriteHint(string message) => Console.Error.WriteLine(message);

    /// <summary>Writes what the user can mend: where, what, and the remedy on a line of its own.</summary>
    public static void WriteInput(InputException exception)
    {
        WriteLine($"{exception.Origin}: {exception.Problem}");
        WriteHint(exception.Remedy);
    }

    /// <summary>Writes a defect of ours, with what a report needs.</summary>
    public static void WriteDefect(Exception exception)
    {
        WriteLine($"Earshot itself failed: {exception.Message}");
        WriteHint("This is a defect. Please report it with the command line and the text below.");
        WriteHint(exception.ToString());
    }
}
