using Earshot.Benchmarks.Cores;
using Earshot.Benchmarks.Models;

namespace Earshot.Benchmarks.Measuring;

/// <summary>Measures one front end on one core with one set of kernels.</summary>
internal sealed class FrontEndMeasurement(
    MeasurementSources sources, string work, BenchmarkFrontEnd frontEnd, CortexCore core, KernelSet kernels, ImageBuilder builder)
{
    // Phases of tests/cortex-m/image/front_end.c: taking in a hop, spectrum, bands, the rest.
    private const int First = 1, Spectrum = 2, Bands = 3, Last = 4;

    /// <summary>Measures a whole hop, and of it the way from samples to log-mel values.</summary>
    internal async Task<IReadOnlyList<BenchmarkResult>> RunAsync(CancellationToken token)
    {
        var caseFile = $"{work}/front-end.case";
        await File.WriteAllBytesAsync(sources.FullPath(caseFile), FrontEndCaseFile.Create(frontEnd.Tables), token).ConfigureAwait(false);
        var image = await builder.BuildFrontEndImageAsync(caseFile, token).ConfigureAwait(false)
            ?? throw new BoardTooSmallException(
                frontEnd.Name, $"its tables do not fit into the flash of the {core.Name} board that is emulated ({core.Machine}).");
        var (report, phases) = await new InstructionCounter(sources, work).RunAsync(core, image, token).ConfigureAwait(false);
        if (report[$"{FrontEndCaseFile.Name} same"] != 1)
        {
            throw new InvalidDataException($"{frontEnd.Name} gives other bits on {core.Name} with {kernels} kernels than on this machine.");
        }

        var hop = new BenchmarkResult(frontEnd.Name, kernels, core, BenchmarkScope.Hop, phases.Sum(First, Last), frontEnd.Hop)
        {
            ArenaBytes = report[$"{FrontEndCaseFile.Name} memory"],
            CodeBytes = await builder.CodeBytesAsync(token).ConfigureAwait(false),
            StackBytes = report[$"{FrontEndCaseFile.Name} stack"],
            IsSame = true,
        };
        return [hop, hop with { Scope = BenchmarkScope.LogMel, Counts = phases.Sum(Spectrum, Bands) }];
    }
}
