using System.Text.Json;
using Earshot.Benchmarks.Cores;
using Earshot.Benchmarks.Measuring;
using Earshot.Benchmarks.Models;
using Earshot.Packing.Planning;
using Earshot.TestSupport;

namespace Earshot.Benchmarks.Tests;

/// <summary>Runs QEMU. The C module has a bench of its own with another packer and other weights: both must count the same.</summary>
public sealed class MeasurementBenchTests
{
    // The baseline allows 2 % more; what became better need not have been written down yet.
    private const double Most = 1.02;
    private const double Least = 0.9;
    private static readonly CortexCore Core = CortexCore.Find("cortex-m4");

    [Theory]
    [InlineData("stride-ds-24-31", "stride-ds-24-31", BenchmarkScope.Window)]
    [InlineData("front-end-512", "front-end-512-log-mel", BenchmarkScope.LogMel)]
    public async Task Counts_what_the_C_modules_own_bench_counts(string subject, string baseline, BenchmarkScope scope)
    {
        using var bench = new MeasurementBench(MeasurementSources.Find());

        var rows = await bench.MeasureAsync(BuiltInModels.Create(subject, MemoryPreference.Speed), Core, KernelSet.Armv7em, CancellationToken.None);

        var row = Assert.Single(rows, row => row.Scope == scope);
        var expected = Baseline(baseline);
        Near("instructions", row.Counts.Instructions);
        Near("cycles_low", row.Counts.CyclesLow);
        Near("cycles_high", row.Counts.CyclesHigh);
        Near("code_bytes", row.CodeBytes);
        Near("stack_bytes", row.StackBytes);
        Assert.Equal(expected.GetProperty("macs").GetInt64(), row.WindowMacs);

        void Near(string name, long measured)
        {
            var known = expected.GetProperty(name).GetInt64();
            Assert.InRange(measured, known * Least, known * Most);
        }
    }

    [Fact]
    public async Task A_board_without_the_memory_is_told()
    {
        using var bench = new MeasurementBench(MeasurementSources.Find());
        var model = BuiltInModels.Create("sb-cnn", MemoryPreference.Speed);

        var error = await Assert.ThrowsAsync<BoardTooSmallException>(
            () => bench.MeasureAsync(model, CortexCore.Find("cortex-m0"), KernelSet.Reference, CancellationToken.None));

        Assert.Contains("sb-cnn", error.Message);
        Assert.Contains("--core", error.ToInputException().Remedy);
    }

    [Fact]
    public async Task Cancelling_ends_the_measurement()
    {
        using var bench = new MeasurementBench(MeasurementSources.Find());
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var model = BuiltInModels.Create("sb-cnn", MemoryPreference.Speed);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.MeasureAsync(model, Core, KernelSet.Reference, cancelled.Token));
    }

    private static JsonElement Baseline(string model)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryLayout.Root, "tests", "cortex-m", "baseline.json")));
        return file.RootElement.GetProperty("rows").EnumerateArray().Single(row =>
            row.GetProperty("model").GetString() == model
            && row.GetProperty("kernels").GetString() == KernelSet.Armv7em.Name
            && row.GetProperty("core").GetString() == Core.Name).Clone();
    }
}
