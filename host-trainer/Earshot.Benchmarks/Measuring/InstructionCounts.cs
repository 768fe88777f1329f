namespace Earshot.Benchmarks.Measuring;

/// <summary>What a piece of code cost on a core.</summary>
/// <param name="Instructions">Executed instructions.</param>
/// <param name="CyclesLow">Estimated Cortex-M4 cycles for memory that never waits: the low end of the manual's ranges.</param>
/// <param name="CyclesHigh">The high end.</param>
public readonly record struct InstructionCounts(long Instructions, long CyclesLow, long CyclesHigh)
{
    /// <summary>Both together.</summary>
    public static InstructionCounts operator +(InstructionCounts left, InstructionCounts right) =>
        new(left.Instructions + right.Instructions, left.CyclesLow + right.CyclesLow, left.CyclesHigh + right.CyclesHigh);

    /// <summary>What the left has more.</summary>
    public static InstructionCounts operator -(InstructionCounts left, InstructionCounts right) =>
        new(left.Instructions - right.Instructions, left.CyclesLow - right.CyclesLow, left.CyclesHigh - right.CyclesHigh);

    /// <summary>The share of one of <paramref name="parts"/> equal parts, rounded down.</summary>
    public InstructionCounts Share(long parts) => new(Instructions / parts, CyclesLow / parts, CyclesHigh / parts);
}
