using Earshot.Benchmarks.Cores;
using Earshot.Benchmarks.Measuring;

namespace Earshot.Benchmarks.Tests;

public sealed class BenchmarkResultTests
{
    [Fact]
    public void Time_and_share_follow_from_clock_and_interval()
    {
        var result = new BenchmarkResult(
            "m", KernelSet.Armv7em, CortexCore.Find("cortex-m4"), false, 400_000, 400_000, new InstructionCounts(500_000, 960_000, 1_000_000),
            TimeSpan.FromMilliseconds(100), 1, 2, 3);

        Assert.Equal(1.25, result.InstructionsPerMac);
        Assert.Equal(10, result.Time(96e6).Low.TotalMilliseconds);
        Assert.Equal(0.1, result.CpuShare(100e6), 6);
    }

    [Fact]
    public void Cores_without_dsp_run_only_the_portable_kernels()
    {
        Assert.Equal([KernelSet.Reference], CortexCore.Find("Cortex-M3").KernelSets);
        Assert.Equal([KernelSet.Armv7em, KernelSet.Reference], CortexCore.Find("cortex-m33").KernelSets);
        Assert.Contains("cortex-m7", Assert.Throws<InputException>(() => CortexCore.Find("cortex-a9")).Remedy);
    }
}
