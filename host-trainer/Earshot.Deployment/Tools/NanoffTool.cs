using System.Diagnostics;
using System.Text.RegularExpressions;
using Earshot.Deployment.Plans;

namespace Earshot.Deployment.Tools;

/// <summary>nanoFramework's flash tool, as it is installed here.</summary>
public sealed partial class NanoffTool
{
    /// <summary>The first version that writes through an ST-LINK by itself.</summary>
    public static readonly Version Least = new(2, 5);

    /// <summary>How to install it.</summary>
    public const string HowToInstall = "Install it: dotnet tool install -g nanoff";

    private NanoffTool(string file, Version version)
    {
        File = file;
        Version = version;
    }

    /// <summary>The program.</summary>
    public string File { get; }

    /// <summary>Its version.</summary>
    public Version Version { get; }

    /// <summary>Finds nanoff on PATH and asks for its version.</summary>
    /// <exception cref="InputException">It is not installed, does not run, or is too old.</exception>
    public static NanoffTool Find(ExecutableSearch search, CancellationToken token)
    {
        var file = search.Find("nanoff") ?? throw new InputException("nanoff", "it is not installed, or not on PATH.", HowToInstall);
        var outcome = Start(file, ["--version"], _ => { }, token);
        var match = outcome.Lines.Select(line => VersionNumber().Match(line)).FirstOrDefault(match => match.Success);
        if (match is null || !Version.TryParse(match.Value, out var version))
        {
            throw new InputException(file, $"it does not tell its version (exit code {outcome.ExitCode}).", "Install it again: dotnet tool update -g nanoff");
        }

        return version >= Least
            ? new NanoffTool(file, version)
            : throw new InputException(file, $"it is version {version}, and {Least} or later is needed.", "Update it: dotnet tool update -g nanoff");
    }

    /// <summary>Runs a command and passes its lines on as they come.</summary>
    /// <exception cref="InputException">It failed; says what nanoff means by its exit code.</exception>
    public ProgramOutcome Run(NanoffCommand command, Action<string> printed, CancellationToken token)
    {
        var outcome = Start(File, command.Arguments, printed, token);
        return outcome.ExitCode == 0 ? outcome : throw NanoffFailure.Describe(command, outcome);
    }

    private static ProgramOutcome Start(string file, IEnumerable<string> arguments, Action<string> printed, CancellationToken token)
    {
        var lines = new List<string>();
        var info = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var process = new Process { StartInfo = info };
        process.OutputDataReceived += (_, data) => Take(data.Data);
        process.ErrorDataReceived += (_, data) => Take(data.Data);
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new InputException(file, $"it cannot be started ({exception.Message}).", "Install it again: dotnet tool update -g nanoff", exception);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (token.Register(process.Kill))
        {
            process.WaitForExit();
        }

        token.ThrowIfCancellationRequested();
        return new ProgramOutcome(process.ExitCode, lines);

        void Take(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (lines)
            {
                lines.Add(line);
                printed(line);
            }
        }
    }

    [GeneratedRegex(@"(?<![\d.])\d+\.\d+(\.\d+){0,2}")]
    private static partial Regex VersionNumber();
}
