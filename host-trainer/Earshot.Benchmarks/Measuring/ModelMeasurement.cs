using System.Security.Cryptography;
using Earshot.Benchmarks.Cores;
using Earshot.Benchmarks.Models;
using Earshot.Native;
using Earshot.Packing.Inspection;

namespace Earshot.Benchmarks.Measuring;

/// <summary>Measures one model on one core with one set of kernels.</summary>
internal sealed class ModelMeasurement(
    MeasurementSources sources, string work, BenchmarkModel model, CortexCore core, KernelSet kernels, ImageBuilder builder)
{
    private const int LongestStreamInWindows = 4;

    // The first three phases are not layers.
    private const int MostLayers = InstructionCounter.Phases - 3;

    /// <summary>Measures it. A stream's numbers are one hop of a stream that has filled up, on average.</summary>
    internal async Task<BenchmarkResult> RunAsync(CancellationToken token)
    {
        var pack = model.Contents;
        if (pack.Layers.Count > MostLayers)
        {
            throw new InputException(
                model.Origin, $"it has {pack.Layers.Count} layers, and at most {MostLayers} can be counted.", "Measure a smaller model.");
        }

        var hop = TimeSpan.FromSeconds((double)pack.FrontEnd.HopSamples / pack.FrontEnd.SampleRate);
        var full = await CountAsync(pack.WindowColumns, token).ConfigureAwait(false);
        var result = new BenchmarkResult(model.Name, kernels, core, BenchmarkScope.Window, full.Phases.Network, pack.DecisionHop * hop)
        {
            WindowMacs = full.Report["macs"],
            Macs = full.Report["macs"],
            ArenaBytes = full.Report["arena"],
            CodeBytes = await builder.CodeBytesAsync(token).ConfigureAwait(false),
            StackBytes = full.Report["stack"],
            IsSame = full.Report.IsSame,
            PackSha256 = Convert.ToHexString(SHA256.HashData(model.Pack)),
        };
        if (pack.Mode == ModelMode.Window)
        {
            return result;
        }

        // The run that only fills the stream is taken from one that goes on: what is left are hops of a full stream.
        var unit = pack.DecisionHop * pack.BlockColumns;
        var more = (LongestStreamInWindows * pack.WindowColumns + unit - 1) / unit * unit;
        var onward = await CountAsync(pack.WindowColumns + more, token).ConfigureAwait(false);
        return result with
        {
            Scope = BenchmarkScope.Hop,
            Macs = ModelInspection.Of(pack).MacsPerSecond * hop.TotalSeconds,
            Counts = (onward.Phases.Network - full.Phases.Network).Share(more),
            Interval = hop,
            StackBytes = Math.Max(full.Report["stack"], onward.Report["stack"]),
            IsSame = full.Report.IsSame && onward.Report.IsSame,
        };
    }

    private async Task<(ImageReport Report, PhaseCounts Phases)> CountAsync(int columns, CancellationToken token)
    {
        var caseFile = $"{work}/model.case";
        await File.WriteAllBytesAsync(
            sources.FullPath(caseFile), CaseFile.Create(model.Name, model.Pack, columns, model.Contents.Tensors[0].Frequency), token).ConfigureAwait(false);
        await ExpectAsync(caseFile, token).ConfigureAwait(false);
        var image = await builder.BuildModelImageAsync(caseFile, token).ConfigureAwait(false)
            ?? throw TooLarge($"its pack of {model.Pack.Length} bytes does not fit into the flash");
        var (report, phases) = await new InstructionCounter(sources, work).RunAsync(core, image, token).ConfigureAwait(false);
        if (report.IsTooLarge)
        {
            throw TooLarge("its arena does not fit into the memory");
        }

        if (report.Refusal == (int)EarshotStatus.Arithmetic && kernels.Library is not null)
        {
            throw new InputException(
                "--cmsis-nn-library",
                $"{kernels.Library} rounds twice; packs are quantised for one rounding, so the engine refuses to start with it.",
                "Compile the library with -DCMSIS_NN_USE_SINGLE_ROUNDING.");
        }

        if (report.Refusal != 0)
        {
            throw new InvalidDataException($"The engine refuses to start {model.Name} on {core.Name}: {EarshotException.TextOf((EarshotStatus)report.Refusal)}");
        }

        phases.CheckLoop(report["turns"]);
        return report.IsSame || !kernels.IsExact
            ? (report, phases)
            : throw new InvalidDataException($"{model.Name} gives other bits on {core.Name} with {kernels} kernels than on this machine.");
    }

    private BoardTooSmallException TooLarge(string what) =>
        new(model.Origin, $"{what} of the {core.Name} board that is emulated ({core.Machine}).");

    private async Task ExpectAsync(string caseFile, CancellationToken token)
    {
        var program = sources.FullPath($"{MeasurementSources.Output}/host/expect{(OperatingSystem.IsWindows() ? ".exe" : "")}");
        var output = await new ExternalTool(program, "cmake gcc make", "a C compiler").RunAsync([caseFile], sources.Root, token).ConfigureAwait(false);
        if (output.ExitCode != 0)
        {
            throw new InvalidDataException($"The model does not run on this machine: {output.Tail}");
        }
    }
}
