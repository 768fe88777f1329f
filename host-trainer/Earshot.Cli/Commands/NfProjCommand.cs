using System.CommandLine;
using Earshot.Interop.Generator.Projects;
using Spectre.Console;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot nfproj</c>: the device projects for Visual Studio's nanoFramework extension.</summary>
internal static class NfProjCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var root = new Option<DirectoryInfo>("--root")
        {
            Description = "Earshot's checkout.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => new DirectoryInfo(Environment.CurrentDirectory),
        };
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when a file is out of date." };
        var command = new Command("nfproj", "Write the device projects for Visual Studio's nanoFramework extension from those for the emulator.") { root, check };
        command.UseExamples("earshot nfproj", "earshot nfproj --check");
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(root);
            if (!parsed.GetValue(check))
            {
                var written = NanoProjectFiles.Write(folder.FullName);
                AnsiConsole.WriteLine(written.Count == 0 ? "Everything is up to date." : $"Wrote {string.Join(", ", written)}.");
            }
            else if (NanoProjectFiles.Check(folder.FullName) is { Count: > 0 } stale)
            {
                throw new InputException(folder.ToString(), $"{string.Join(", ", stale)} do not say what the .csproj says.", "Run 'earshot nfproj'.");
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
