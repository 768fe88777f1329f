using System.Security.Cryptography;
using Earshot.Benchmarks.Cores;
using Earshot.Benchmarks.Measuring;
using Earshot.Benchmarks.Models;

namespace Earshot.Benchmarks;

/// <summary>
/// Measures models and front ends on emulated Cortex-M cores: QEMU runs the C module as the core's compiler made it, a plugin
/// counts every instruction (tests/cortex-m/README.md says how, and how cycles are estimated).
/// </summary>
public sealed class MeasurementBench : IDisposable
{
    private readonly MeasurementSources _sources;
    private readonly string _work = $"{MeasurementSources.Output}/bench-{Environment.ProcessId}";
    private readonly Dictionary<(CortexCore Core, KernelSet Kernels), ImageBuilder> _builders = [];
    private readonly Dictionary<(CortexCore Core, KernelSet Kernels, string Tables), FrontEndShare> _frontEnds = [];
    private bool _isHostBuilt;

    /// <summary>Prepares a bench; nothing is built before it is needed.</summary>
    public MeasurementBench(MeasurementSources sources)
    {
        _sources = sources;
        Directory.CreateDirectory(sources.FullPath(_work));
    }

    /// <summary>Measures a model (one row) or a front end (two).</summary>
    /// <exception cref="InputException">A tool is missing, or a library is unfit.</exception>
    /// <exception cref="BoardTooSmallException">The board that is emulated has too little flash or memory.</exception>
    /// <exception cref="InvalidDataException">The core computed other bits than this machine, or the counter failed its proof.</exception>
    public async Task<IReadOnlyList<BenchmarkResult>> MeasureAsync(IBenchmarkSubject subject, CortexCore core, KernelSet kernels, CancellationToken token)
    {
        var builder = await BuilderAsync(core, kernels, token).ConfigureAwait(false);
        return subject switch
        {
            BenchmarkFrontEnd frontEnd => await new FrontEndMeasurement(_sources, _work, frontEnd, core, kernels, builder).RunAsync(token).ConfigureAwait(false),
            BenchmarkModel model => [await MeasureModelAsync(model, core, kernels, builder, token).ConfigureAwait(false)],
            _ => throw new ArgumentException($"{subject.GetType().Name} cannot be measured.", nameof(subject)),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_sources.FullPath(_work), recursive: true);

    private async Task<BenchmarkResult> MeasureModelAsync(
        BenchmarkModel model, CortexCore core, KernelSet kernels, ImageBuilder builder, CancellationToken token)
    {
        var result = await new ModelMeasurement(_sources, _work, model, core, kernels, builder).RunAsync(token).ConfigureAwait(false);
        var frontEnd = new BenchmarkFrontEnd($"the front end of {model.Name}", model.Contents.FrontEnd);
        var key = (core, kernels, Convert.ToHexString(SHA256.HashData(FrontEndCaseFile.Create(frontEnd.Tables))));
        if (!_frontEnds.TryGetValue(key, out var share))
        {
            var rows = await new FrontEndMeasurement(_sources, _work, frontEnd, core, kernels, builder).RunAsync(token).ConfigureAwait(false);
            share = new FrontEndShare(rows[0].Counts, frontEnd.Hop);
            _frontEnds.Add(key, share);
        }

        return result with { FrontEnd = share };
    }

    private async Task<ImageBuilder> BuilderAsync(CortexCore core, KernelSet kernels, CancellationToken token)
    {
        if (!_isHostBuilt)
        {
            await ImageBuilder.BuildHostAsync(_sources, token).ConfigureAwait(false);
            _isHostBuilt = true;
        }

        if (!_builders.TryGetValue((core, kernels), out var builder))
        {
            builder = new ImageBuilder(_sources, core, kernels, _work);
            await builder.BuildModuleAsync(token).ConfigureAwait(false);
            _builders.Add((core, kernels), builder);
        }

        return builder;
    }
}
