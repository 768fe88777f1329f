using Earshot.Benchmarks.Cores;
using Earshot.Benchmarks.Measuring;
using Earshot.Native;
using Earshot.Packing.Format;
using Earshot.Packing.Inspection;

namespace Earshot.Benchmarks;

/// <summary>
/// Measures models on emulated Cortex-M cores: QEMU runs the C module as the core's compiler made it, a plugin counts every
/// instruction (tests/cortex-m/README.md says how, and how cycles are estimated).
/// </summary>
public sealed class MeasurementBench : IDisposable
{
    private const int LongestStreamInWindows = 4;

    // BOARD_PHASES of tests/cortex-m/board/board.h; the first three are not layers.
    private const int Phases = 64;
    private const int MostLayers = Phases - 3;
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);
    private readonly MeasurementSources _sources;
    private readonly string _work = $"{MeasurementSources.Output}/bench-{Environment.ProcessId}";
    private readonly Dictionary<(CortexCore Core, KernelSet Kernels), (ImageBuilder Builder, long CodeBytes)> _targets = [];
    private bool _isHostBuilt;

    /// <summary>Prepares a bench; nothing is built before it is needed.</summary>
    public MeasurementBench(MeasurementSources sources)
    {
        _sources = sources;
        Directory.CreateDirectory(sources.FullPath(_work));
    }

    /// <summary>Measures one model. A stream's numbers are one hop of a stream that has filled up, on average.</summary>
    /// <exception cref="InputException">A tool is missing, or the board is too small for the model.</exception>
    /// <exception cref="InvalidDataException">The core computed other bits than this machine, or the counter failed its proof.</exception>
    public async Task<BenchmarkResult> MeasureAsync(BenchmarkModel model, CortexCore core, KernelSet kernels, CancellationToken token)
    {
        var pack = PackReader.Parse(model.Pack, model.Origin);
        if (pack.Layers.Count > MostLayers)
        {
            throw new InputException(
                model.Origin, $"it has {pack.Layers.Count} layers, and at most {MostLayers} can be counted.", "Measure a smaller model.");
        }

        var (builder, codeBytes) = await TargetAsync(core, kernels, token).ConfigureAwait(false);
        var hop = TimeSpan.FromSeconds((double)pack.FrontEnd.HopSamples / pack.FrontEnd.SampleRate);
        var full = await RunAsync(model, pack, pack.WindowColumns, builder, core, token).ConfigureAwait(false);
        var result = new BenchmarkResult(
            model.Name, kernels, core, IsStream: false, full.Report["macs"], full.Report["macs"], full.Phases.Network, pack.DecisionHop * hop,
            full.Report["arena"], codeBytes, full.Report["stack"]);
        if (pack.Mode == ModelMode.Window)
        {
            return result;
        }

        // The run that only fills the stream is taken from one that goes on: what is left are hops of a full stream.
        var unit = pack.DecisionHop * pack.BlockColumns;
        var more = (LongestStreamInWindows * pack.WindowColumns + unit - 1) / unit * unit;
        var onward = await RunAsync(model, pack, pack.WindowColumns + more, builder, core, token).ConfigureAwait(false);
        return result with
        {
            IsStream = true,
            Macs = ModelInspection.Of(pack).MacsPerSecond * hop.TotalSeconds,
            Counts = (onward.Phases.Network - full.Phases.Network).Share(more),
            Interval = hop,
            StackBytes = Math.Max(full.Report["stack"], onward.Report["stack"]),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_sources.FullPath(_work), recursive: true);

    private async Task<(ImageBuilder Builder, long CodeBytes)> TargetAsync(CortexCore core, KernelSet kernels, CancellationToken token)
    {
        if (!_isHostBuilt)
        {
            await ImageBuilder.BuildHostAsync(_sources, token).ConfigureAwait(false);
            _isHostBuilt = true;
        }

        if (!_targets.TryGetValue((core, kernels), out var target))
        {
            var builder = new ImageBuilder(_sources, core, kernels, _work);
            await builder.BuildModuleAsync(token).ConfigureAwait(false);
            target = (builder, await builder.CodeBytesAsync(token).ConfigureAwait(false));
            _targets.Add((core, kernels), target);
        }

        return target;
    }

    private async Task<(ImageReport Report, PhaseCounts Phases)> RunAsync(
        BenchmarkModel model, PackContents pack, int columns, ImageBuilder builder, CortexCore core, CancellationToken token)
    {
        var caseFile = $"{_work}/model.case";
        await File.WriteAllBytesAsync(
            _sources.FullPath(caseFile), CaseFile.Create(model.Name, model.Pack, columns, pack.Tensors[0].Frequency), token).ConfigureAwait(false);
        await ExpectAsync(caseFile, token).ConfigureAwait(false);
        var (image, marks) = await builder.BuildMeasureAsync(model, caseFile, token).ConfigureAwait(false);
        var (report, phases) = await EmulateAsync(core, image, marks, token).ConfigureAwait(false);
        if (report.IsTooLarge)
        {
            throw new InputException(
                model.Origin,
                $"its arena does not fit into the memory of the {core.Name} board that is emulated ({core.Machine}).",
                "Measure it on a larger core with --core.");
        }

        phases.CheckLoop(report["turns"]);
        return report.IsSame
            ? (report, phases)
            : throw new InvalidDataException($"{model.Name} gives other bits on {core.Name} than on this machine.");
    }

    private async Task ExpectAsync(string caseFile, CancellationToken token)
    {
        var program = _sources.FullPath($"{MeasurementSources.Output}/host/expect{(OperatingSystem.IsWindows() ? ".exe" : "")}");
        var output = await new ExternalTool(program, "cmake gcc make", "a C compiler").RunAsync([caseFile], _sources.Root, token).ConfigureAwait(false);
        if (output.ExitCode != 0)
        {
            throw new InvalidDataException($"The model does not run on this machine: {output.Tail}");
        }
    }

    private async Task<(ImageReport Report, PhaseCounts Phases)> EmulateAsync(CortexCore core, string image, string marks, CancellationToken token)
    {
        var plugin = $"{MeasurementSources.Output}/host/count{(OperatingSystem.IsWindows() ? ".dll" : ".so")}";
        var counts = $"{_work}/phases";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(LongestRun);
        try
        {
            var run = await ExternalTool.Qemu.RunAsync(
                [
                    "-machine", core.Machine, "-display", "none", "-monitor", "none", "-serial", "none",
                    "-semihosting-config", "enable=on,target=native", "-kernel", image,
                    "-plugin", $"{plugin},out={counts},marks={marks},phases={Phases}",
                ],
                _sources.Root,
                limit.Token).ConfigureAwait(false);
            if (run.ExitCode != 0)
            {
                throw new InvalidDataException($"The image stopped on {core.Name}: {run.Tail}");
            }

            // QEMU shows what the image prints on standard error.
            var lines = (run.Output + run.Errors).ReplaceLineEndings("\n").Split('\n');
            return (new ImageReport(lines), PhaseCounts.Parse(await File.ReadAllLinesAsync(_sources.FullPath(counts), token).ConfigureAwait(false)));
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new InvalidDataException(FormattableString.Invariant($"The image did not end on {core.Name} in {LongestRun.TotalMinutes} minutes."));
        }
    }
}
