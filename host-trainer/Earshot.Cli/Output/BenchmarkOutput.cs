using Earshot.Benchmarks.Measuring;
using Earshot.Emulator.Boards;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows what models cost on a core.</summary>
internal static class BenchmarkOutput
{
    /// <summary>Prints a table for each kernel set and core.</summary>
    public static void Show(IReadOnlyList<BenchmarkResult> results, IReadOnlyList<string> skipped, BoardDescription board)
    {
        var width = Console.IsOutputRedirected ? BenchmarkTable.WideColumns : AnsiConsole.Profile.Width;
        AnsiConsole.Profile.Width = Math.Max(width, BenchmarkTable.NarrowColumns);
        var clock = FormattableString.Invariant($"{board.ClockHertz / 1e6:0.#} MHz");
        foreach (var group in results.GroupBy(result => (result.Core, result.Kernels)))
        {
            var code = BenchmarkTable.Number(group.First().CodeBytes);
            AnsiConsole.WriteLine();
            AnsiConsole.WriteLine($"{group.Key.Kernels} on {group.Key.Core.Name} at {clock} ({board.Target}), {code} bytes of code");
            foreach (var table in BenchmarkTable.Create([.. group], board.ClockHertz, width))
            {
                AnsiConsole.Write(table);
            }
        }

        AnsiConsole.WriteLine();
        foreach (var line in Notes(results).Concat(skipped.Select(reason => $"Not measured: {reason}")))
        {
            AnsiConsole.WriteLine(line);
        }
    }

    /// <summary>The same as data.</summary>
    public static object Json(IReadOnlyList<BenchmarkResult> results, IReadOnlyList<string> skipped, BoardDescription board) => new
    {
        Board = board.Target,
        board.ClockHertz,
        Rows = results.Select(result => new
        {
            Model = result.Scope == BenchmarkScope.LogMel ? $"{result.Model}-log-mel" : result.Model,
            Kernels = result.Kernels.Name,
            Core = result.Core.Name,
            Macs = result.WindowMacs,
            result.Counts.Instructions,
            result.Counts.CyclesLow,
            result.Counts.CyclesHigh,
            result.ArenaBytes,
            result.CodeBytes,
            result.StackBytes,
            CountedFor = BenchmarkTable.ScopeName(result.Scope),
            CountedMacs = result.Macs,
            result.InstructionsPerMac,
            SameBits = result.IsSame,
            result.PackSha256,
            MillisecondsLow = result.Time(board.ClockHertz).Low.TotalMilliseconds,
            MillisecondsHigh = result.Time(board.ClockHertz).High.TotalMilliseconds,
            CpuShare = result.CpuShare(board.ClockHertz),
            OwnCpuShare = result.OwnCpuShare(board.ClockHertz),
            FrontEnd = result.FrontEnd is { } frontEnd
                ? new { frontEnd.Counts.Instructions, frontEnd.Counts.CyclesLow, frontEnd.Counts.CyclesHigh, HopSeconds = frontEnd.Hop.TotalSeconds }
                : null,
        }),
        Skipped = skipped,
    };

    private static IEnumerable<string> Notes(IReadOnlyList<BenchmarkResult> results)
    {
        yield return "Of: window, the network over one whole window at once; hop, one hop, of a network that streams the average hop of a stream that "
            + "has filled up; log-mel, of a front end's hop the way from samples to mel bands. Cycles are estimated from the Cortex-M4's timings for "
            + "memory without wait states. CPU is with the model's front end, at the rate of its hops and decisions. Arena and stack are in bytes.";
        if (results.Any(result => result.Core.Name != "cortex-m4"))
        {
            yield return "On another core than the Cortex-M4 the instructions are exact and the cycles a rough guide.";
        }

        foreach (var other in results.Where(result => !result.IsSame))
        {
            yield return $"{other.Model} with {other.Kernels}: not all bits are the reference kernels' (docs/kernels.md).";
        }
    }
}
