using Earshot.Benchmarks.Cores;

namespace Earshot.Benchmarks.Measuring;

/// <summary>One model or front end on one core with one kernel set.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Kernels">The kernels.</param>
/// <param name="Core">The core.</param>
/// <param name="Scope">What <paramref name="Counts"/> are of.</param>
/// <param name="Counts">Instructions and cycles.</param>
/// <param name="Interval">Time in which the board has to do what was counted: a hop, or the time from decision to decision.</param>
public sealed record BenchmarkResult(
    string Model, KernelSet Kernels, CortexCore Core, BenchmarkScope Scope, InstructionCounts Counts, TimeSpan Interval)
{
    /// <summary>Multiply-accumulates of one window, padding included; 0 for a front end.</summary>
    public long WindowMacs { get; init; }

    /// <summary>Multiply-accumulates of what was counted; 0 for a front end.</summary>
    public double Macs { get; init; }

    /// <summary>Memory that the engine or the front end is given in all.</summary>
    public required long ArenaBytes { get; init; }

    /// <summary>Engine, front end and kernels, with the library functions that they bring in.</summary>
    public required long CodeBytes { get; init; }

    /// <summary>High-water mark below the caller of the engine.</summary>
    public required long StackBytes { get; init; }

    /// <summary>Whether the core computed the same bits as the reference kernels on this machine; false only where the kernels do not promise it.</summary>
    public required bool IsSame { get; init; }

    /// <summary>SHA-256 of the pack in hexadecimal; null for a front end.</summary>
    public string? PackSha256 { get; init; }

    /// <summary>What the model's front end costs at each hop; null when the row itself is a front end's.</summary>
    public FrontEndShare? FrontEnd { get; init; }

    /// <summary>Executed instructions for each multiply-accumulate; null for a front end.</summary>
    public double? InstructionsPerMac => Macs > 0 ? Counts.Instructions / Macs : null;

    /// <summary>Estimated time at a clock, from the low and the high number of cycles.</summary>
    public (TimeSpan Low, TimeSpan High) Time(double hertz) => (Seconds(Counts.CyclesLow / hertz), Seconds(Counts.CyclesHigh / hertz));

    /// <summary>Share of the processor's time that what was counted takes, from the high number of cycles; above 1 is too slow.</summary>
    public double OwnCpuShare(double hertz) => Time(hertz).High / Interval;

    /// <summary>The same with the model's front end.</summary>
    public double CpuShare(double hertz) => OwnCpuShare(hertz) + (FrontEnd is { } part ? part.Counts.CyclesHigh / hertz / part.Hop.TotalSeconds : 0);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
}
