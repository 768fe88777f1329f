using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Interop.Generator;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot interop</c>: the C++ side of a device assembly's native methods, and whether it is up to date.</summary>
internal static class InteropCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var assembly = new Argument<FileInfo>("assembly")
        {
            Description = "The compiled device assembly (.dll); by default the Earshot.Interop that this tool comes with.",
            DefaultValueFactory = _ => new FileInfo(Path.Combine(AppContext.BaseDirectory, "device", "Earshot.Interop.dll")),
        };
        var output = new Option<DirectoryInfo?>("--out")
        {
            Description = "Write header, table and, where there is none yet, a file for the bodies of each class to this folder.",
            HelpName = "FOLDER",
        };
        var check = new Option<DirectoryInfo?>("--check")
        {
            Description = "Write nothing; fail when this folder's files do not fit the assembly.",
            HelpName = "FOLDER",
        };
        var json = CommandExtensions.JsonOption();
        var command = new Command("interop", "Make nanoCLR's table of native methods, with its checksum, from a device assembly.")
        {
            assembly, output, check, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(output) is not null && result.GetResult(check) is not null)
            {
                result.AddError("Give --out or --check, not both.");
            }
        });
        command.UseExamples(
            "earshot interop                                        # name, version and checksum of Earshot.Interop",
            "earshot interop --check native-interop/nanoclr",
            "earshot interop My.Sensors.dll --out firmware/My.Sensors");
        command.SetAction(parsed =>
        {
            var native = NativeAssembly.Read(parsed.GetRequiredValue(assembly).FullName);
            InteropOutput.Show(native);
            JsonFile.WriteIfAsked(parsed.GetValue(json), InteropOutput.Json(native));
            if (parsed.GetValue(output) is { } folder)
            {
                InteropOutput.ShowWritten(InteropFiles.Write(native, folder.FullName), folder.Name);
            }

            if (parsed.GetValue(check) is { } existing)
            {
                Require(InteropFiles.Check(native, existing.FullName), existing.ToString());
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static void Require(IReadOnlyList<string> findings, string folder)
    {
        if (findings.Count > 0)
        {
            throw new InputException(
                folder,
                string.Join(' ', findings),
                $"Run 'earshot interop --out {folder}', write the bodies that are missing, and build the firmware again.");
        }
    }
}
