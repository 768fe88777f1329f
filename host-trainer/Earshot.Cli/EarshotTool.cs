using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using Earshot.Cli.Commands;
using Earshot.Cli.Output;

namespace Earshot.Cli;

/// <summary>The <c>earshot</c> tool: parses the command line, runs one command, turns failures into exit codes.</summary>
internal static class EarshotTool
{
    /// <summary>Runs the tool.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        using var encoding = new ConsoleEncoding();
        var root = CreateRootCommand();
        var parsed = root.Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
            {
                ErrorOutput.WriteLine(error.Message);
            }

            var command = string.Join(' ', CommandPath(parsed).Prepend("earshot"));
            ErrorOutput.WriteHint($"Run '{command} --help' for the options and examples.");
            return ExitCodes.BadInput;
        }

        using var cancellation = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            cancellation.Cancel();
        };
        // Schedulers of clusters ask a task to end this way.
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            cancellation.Cancel();
        });
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellation.Token);
        }
        catch (InputException exception)
        {
            ErrorOutput.WriteInput(exception);
            return ExitCodes.BadInput;
        }
        catch (OperationCanceledException)
        {
            ErrorOutput.WriteLine("Cancelled. What was finished is kept; the same command resumes it.");
            return ExitCodes.Cancelled;
        }
        catch (Exception exception) when (MissingLibrary(exception) is { } missing)
        {
            ErrorOutput.WriteLine(missing.Message);
            return ExitCodes.BadInput;
        }
        catch (Exception exception)
        {
            ErrorOutput.WriteDefect(exception);
            return ExitCodes.InternalError;
        }
    }

    internal static RootCommand CreateRootCommand()
    {
        var root = new RootCommand("Earshot: sound classification for .NET nanoFramework, from recordings to the radio.");
        root.Add(DemoCommand.Create());
        root.Add(TrainCommand.Create());
        root.Add(ExperimentCommand.Create());
        root.Add(EvaluateCommand.Create());
        root.Add(PackCommand.Create());
        root.Add(InspectCommand.Create());
        root.Add(ModelsCommand.Create());
        root.Add(EmulateCommand.Create());
        root.Add(SoakCommand.Create());
        root.Add(BenchCommand.Create());
        root.Add(BoardCommand.Create());
        root.Add(DoctorCommand.Create());
        root.Add(DeployCommand.Create());
        root.Add(DatasetCommand.Create());
        root.Add(InteropCommand.Create());
        root.Add(NfProjCommand.Create());
        root.Add(SweepCommand.Create());
        root.UseExamples(
            "earshot demo",
            "earshot train ../ESC-10 --model earshot-s --held-out-fold 1 --out runs/first",
            "earshot evaluate runs/first ../ESC-10 --fold 1",
            "earshot emulate runs/first --sounds street.wav --board ST_NUCLEO64_F411RE_NF");
        return root;
    }

    /// <summary>A native library that does not load is the machine's, not the tool's defect; whatever needs it first wraps that.</summary>
    private static DllNotFoundException? MissingLibrary(Exception? exception)
    {
        while (exception is not null and not DllNotFoundException)
        {
            exception = exception.InnerException;
        }

        return exception as DllNotFoundException;
    }

    private static IEnumerable<string> CommandPath(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var at = parsed.CommandResult; at is { Command: not RootCommand }; at = at.Parent as CommandResult)
        {
            names.Push(at.Command.Name);
        }

        return names;
    }
}
