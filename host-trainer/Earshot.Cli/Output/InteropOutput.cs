using System.Globalization;
using Earshot.Interop.Generator;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows what a device assembly asks of the firmware.</summary>
internal static class InteropOutput
{
    /// <summary>Prints name, version, checksum and size of the table.</summary>
    public static void Show(NativeAssembly assembly)
    {
        var native = assembly.Table.Count(row => row is not null);
        AnsiConsole.WriteLine(
            $"{assembly.Name} {assembly.NativeVersion}, native checksum {Checksum(assembly)}: {native} native methods in a table of {assembly.Table.Count} rows.");
        if (assembly.DependsOnCulture)
        {
            AnsiConsole.WriteLine("Its type names differ in case where they differ first: do not build its .pe with invariant globalization (DOTNET_SYSTEM_GLOBALIZATION_INVARIANT).");
        }
    }

    /// <summary>Says which files changed.</summary>
    public static void ShowWritten(IReadOnlyList<string> files, string folder) =>
        AnsiConsole.WriteLine(files.Count == 0 ? $"{folder} is up to date." : $"Wrote {string.Join(", ", files)} in {folder}.");

    /// <summary>The same as data.</summary>
    public static object Json(NativeAssembly assembly) => new
    {
        assembly.Name,
        Version = assembly.NativeVersion.ToString(),
        Checksum = Checksum(assembly),
        assembly.DependsOnCulture,
        Table = assembly.Table.Select(row => row is null ? null : $"{row.Class}::{row.Name}"),
    };

    private static string Checksum(NativeAssembly assembly) => "0x" + assembly.Checksum.ToString("X8", CultureInfo.InvariantCulture);
}
