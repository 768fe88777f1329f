namespace Earshot.Emulator.Heap;

/// <summary>What a board's managed heap has seen since power-on, over all boots.</summary>
public sealed class HeapStatistics
{
    /// <summary>Bytes that the board has for it.</summary>
    public required long Capacity { get; init; }

    /// <summary>
    /// The most bytes that were in use right after a collection, or when <see cref="EmulatedBoard.MeasureHeap"/> was called: what the
    /// app needs. Assemblies and stack frames count.
    /// </summary>
    public long HighWater { get; internal set; }

    /// <summary>Bytes allocated.</summary>
    public long Allocated { get; internal set; }

    /// <summary>Objects allocated.</summary>
    public long Allocations { get; internal set; }

    /// <summary>Garbage collections.</summary>
    public int Collections { get; internal set; }

    /// <summary>The longest of them, in nanoseconds.</summary>
    public long LongestCollection { get; internal set; }

    /// <summary>Bytes that the loaded assemblies take for their tables and static fields.</summary>
    public long AssemblyBytes { get; internal set; }

    /// <summary>Allocations that have failed.</summary>
    public long Failures { get; internal set; }

    /// <summary>The most bytes of stack frames that one thread has had.</summary>
    public long DeepestStack { get; internal set; }
}
