using Earshot.Benchmarks.Cores;

namespace Earshot.Benchmarks.Measuring;

/// <summary>Runs images under QEMU with the plugin that counts every executed instruction.</summary>
internal sealed class InstructionCounter(MeasurementSources sources, string work)
{
    /// <summary>BOARD_PHASES of tests/cortex-m/board/board.h.</summary>
    internal const int Phases = 64;

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);

    /// <summary>Runs an image to its end.</summary>
    /// <exception cref="InputException">QEMU is not installed.</exception>
    /// <exception cref="InvalidDataException">The image stopped with an error, or did not stop.</exception>
    internal async Task<(ImageReport Report, PhaseCounts Phases)> RunAsync(CortexCore core, CounterImage image, CancellationToken token)
    {
        var plugin = $"{MeasurementSources.Output}/host/count{(OperatingSystem.IsWindows() ? ".dll" : ".so")}";
        var counts = $"{work}/phases";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(LongestRun);
        try
        {
            var run = await ExternalTool.Qemu.RunAsync(
                [
                    "-machine", core.Machine, "-display", "none", "-monitor", "none", "-serial", "none",
                    "-semihosting-config", "enable=on,target=native", "-kernel", image.File,
                    "-plugin", $"{plugin},out={counts},marks={image.Marks},phases={Phases}",
                ],
                sources.Root,
                limit.Token).ConfigureAwait(false);
            if (run.ExitCode != 0)
            {
                throw new InvalidDataException($"The image stopped on {core.Name}: {run.Tail}");
            }

            // QEMU shows what the image prints on standard error.
            var lines = (run.Output + run.Errors).ReplaceLineEndings("\n").Split('\n');
            return (new ImageReport(lines), PhaseCounts.Parse(await File.ReadAllLinesAsync(sources.FullPath(counts), token).ConfigureAwait(false)));
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new InvalidDataException(FormattableString.Invariant($"The image did not end on {core.Name} in {LongestRun.TotalMinutes} minutes."));
        }
    }
}
