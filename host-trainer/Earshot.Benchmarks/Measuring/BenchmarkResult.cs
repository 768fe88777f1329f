using Earshot.Benchmarks.Cores;

namespace Earshot.Benchmarks.Measuring;

/// <summary>One model on one core with one kernel set.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Kernels">The kernels.</param>
/// <param name="Core">The core.</param>
/// <param name="IsStream">Whether <paramref name="Counts"/> are of one hop of a stream that has filled up, on average, or of one window.</param>
/// <param name="WindowMacs">Multiply-accumulates of one window, padding included.</param>
/// <param name="Macs">Multiply-accumulates of what was counted.</param>
/// <param name="Counts">Instructions and cycles.</param>
/// <param name="Interval">Time in which the board has to do what was counted: a hop, or the time from decision to decision.</param>
/// <param name="ArenaBytes">Memory that the engine is given in all.</param>
/// <param name="CodeBytes">Engine, front end and kernels, with the library functions that they bring in.</param>
/// <param name="StackBytes">High-water mark below the caller of the engine.</param>
public sealed record BenchmarkResult(
    string Model, KernelSet Kernels, CortexCore Core, bool IsStream, long WindowMacs, double Macs, InstructionCounts Counts, TimeSpan Interval,
    long ArenaBytes, long CodeBytes, long StackBytes)
{
    /// <summary>Executed instructions for each multiply-accumulate.</summary>
    public double InstructionsPerMac => Counts.Instructions / Macs;

    /// <summary>Estimated time at a clock, from the low and the high number of cycles.</summary>
    public (TimeSpan Low, TimeSpan High) Time(double hertz) =>
        (TimeSpan.FromSeconds(Counts.CyclesLow / hertz), TimeSpan.FromSeconds(Counts.CyclesHigh / hertz));

    /// <summary>Share of the processor's time that the network takes, from the high number of cycles; above 1 is too slow.</summary>
    public double CpuShare(double hertz) => Time(hertz).High / Interval;
}
