using Earshot.Benchmarks.Cores;
using Earshot.Benchmarks.Measuring;

namespace Earshot.Benchmarks.Tests;

public sealed class BenchmarkResultTests
{
    private static readonly BenchmarkResult Window = new(
        "m", KernelSet.Armv7em, CortexCore.Find("cortex-m4"), BenchmarkScope.Window, new InstructionCounts(500_000, 960_000, 1_000_000),
        TimeSpan.FromMilliseconds(100))
    {
        WindowMacs = 400_000,
        Macs = 400_000,
        ArenaBytes = 1,
        CodeBytes = 2,
        StackBytes = 3,
        IsSame = true,
    };

    [Fact]
    public void Time_and_share_follow_from_clock_and_interval()
    {
        Assert.Equal(1.25, Window.InstructionsPerMac);
        Assert.Equal(10, Window.Time(96e6).Low.TotalMilliseconds);
        Assert.Equal(0.1, Window.CpuShare(100e6), 6);
    }

    [Fact]
    public void Front_end_counts_at_its_own_rate()
    {
        var whole = Window with { FrontEnd = new FrontEndShare(new InstructionCounts(1, 2, 30_000), TimeSpan.FromMilliseconds(16)) };

        Assert.Equal(0.1, whole.OwnCpuShare(100e6), 6);
        Assert.Equal(0.1 + 0.0003 / 0.016, whole.CpuShare(100e6), 6);
    }

    [Fact]
    public void Front_end_has_no_cost_for_each_multiplication() => Assert.Null((Window with { Macs = 0 }).InstructionsPerMac);
}
