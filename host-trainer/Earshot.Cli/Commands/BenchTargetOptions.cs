using System.CommandLine;
using Earshot.Benchmarks.Cores;
using Earshot.Emulator.Boards;

namespace Earshot.Cli.Commands;

/// <summary>On which cores and with which kernels <c>earshot bench</c> measures.</summary>
internal sealed class BenchTargetOptions
{
    private static readonly string[] KernelNames = [.. KernelSet.Own.Select(set => set.Name), KernelSet.CmsisNnName];

    private readonly Option<string[]> _cores = new("--core")
    {
        Description = $"Emulated cores: {string.Join(", ", CortexCore.All.Select(known => known.Name))}; the board's core (default).",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "NAME",
    };

    private readonly Option<string[]> _kernels = new("--kernels")
    {
        Description = $"Kernel sets: {string.Join(", ", KernelNames)}; all that run on the core (default).",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "NAME",
    };

    private readonly Option<DirectoryInfo?> _include = new("--cmsis-nn-include")
    {
        Description = "Folder Include of CMSIS-NN, to measure its kernels as well.",
        HelpName = "DIR",
    };

    private readonly Option<FileInfo?> _library = new("--cmsis-nn-library")
    {
        Description = "CMSIS-NN compiled for the core with -DCMSIS_NN_USE_SINGLE_ROUNDING.",
        HelpName = "FILE",
    };

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_kernels);
        command.Options.Add(_cores);
        command.Options.Add(_include);
        command.Options.Add(_library);
    }

    /// <summary>Each core with each kernel set that runs on it.</summary>
    /// <exception cref="InputException">A name is not known, or what was asked for does not go together.</exception>
    public IReadOnlyList<(CortexCore Core, KernelSet Kernels)> Targets(ParseResult parsed, BoardDescription board)
    {
        var names = parsed.GetValue(_cores) ?? [];
        CortexCore[] cores = [.. (names.Length > 0 ? names.Select(CortexCore.Find) : [OfBoard(board)]).Distinct()];
        var wanted = parsed.GetValue(_kernels) ?? [];
        var sets = Sets(wanted, CmsisNn(parsed));
        var missing = sets.FirstOrDefault(set => !cores.Any(set.RunsOn));
        if (wanted.Length > 0 && missing is not null)
        {
            throw new InputException(
                "--kernels",
                $"the {missing} kernels need the DSP extension, which {string.Join(" and ", cores.Select(core => core.Name))} does not have.",
                $"Use --kernels {KernelSet.Reference}, or a larger --core.");
        }

        return [.. cores.SelectMany(core => sets.Where(set => set.RunsOn(core)).Select(set => (core, set)))];
    }

    private static IReadOnlyList<KernelSet> Sets(string[] wanted, KernelSet? cmsis)
    {
        KernelSet[] known = [.. KernelSet.Own, .. cmsis is null ? Array.Empty<KernelSet>() : [cmsis]];
        return wanted.Length == 0 ? known : [.. wanted.Select(Find).Distinct()];

        KernelSet Find(string name) => known.FirstOrDefault(set => set.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw (name.Equals(KernelSet.CmsisNnName, StringComparison.OrdinalIgnoreCase)
                ? new InputException("--kernels", "cmsis-nn is not part of Earshot.", "Give --cmsis-nn-include DIR and --cmsis-nn-library FILE.")
                : new InputException("--kernels", $"there are no kernels '{name}'.", $"Use some of {string.Join(", ", KernelNames)}."));
    }

    private KernelSet? CmsisNn(ParseResult parsed) => (parsed.GetValue(_include), parsed.GetValue(_library)) switch
    {
        (null, null) => null,
        ({ } include, { } library) => KernelSet.CmsisNn(include.FullName, library.FullName),
        (null, _) => throw new InputException("--cmsis-nn-library", "the library's headers are missing.", "Give --cmsis-nn-include DIR as well."),
        (_, null) => throw new InputException("--cmsis-nn-include", "the library is missing.", "Give --cmsis-nn-library FILE as well."),
    };

    /// <summary>The core of a board.</summary>
    /// <exception cref="InputException">It cannot be measured.</exception>
    internal static CortexCore OfBoard(BoardDescription board) => CortexCore.Find(board.Core switch
    {
        BoardCore.CortexM0 => "cortex-m0",
        BoardCore.CortexM3 => "cortex-m3",
        BoardCore.CortexM4F => "cortex-m4",
        BoardCore.CortexM7F => "cortex-m7",
        BoardCore.CortexM33F => "cortex-m33",
        _ => throw new InputException("--board", $"{board.Target} has a core that cannot be measured ({board.Core}).", "Choose one with --core."),
    });
}
