using Earshot.Emulator.Heap;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator;

/// <summary>How much of a board's memory and time an app has needed, at worst.</summary>
public sealed record ResourceUse
{
    /// <summary>The managed heap.</summary>
    public required HeapStatistics ManagedHeap { get; init; }

    /// <summary>Bytes that the app allocates in an hour of virtual time.</summary>
    public required double AllocationRate { get; init; }

    /// <summary>Bytes of the arena that the model takes; 0 when none was opened.</summary>
    public required long ArenaBytes { get; init; }

    /// <summary>Bytes of stack that the C module takes, where it was measured for this pack.</summary>
    public required long? NativeStackBytes { get; init; }

    /// <summary>The longest time that one native call or garbage collection kept every managed thread waiting.</summary>
    public required Stall LongestStall { get; init; }

    /// <summary>The longest time that sound has waited in the ring before the app took it.</summary>
    public required TimeSpan LongestSoundDelay { get; init; }

    /// <summary>The most sound that has waited in the ring.</summary>
    public required TimeSpan RingHighWater { get; init; }

    /// <summary>Sound that fits into the ring.</summary>
    public required TimeSpan RingCapacity { get; init; }

    /// <summary>Reads them off a board.</summary>
    /// <param name="board">The board, between two runs.</param>
    /// <param name="arenaBytes">The model's arena.</param>
    /// <param name="nativeStackBytes">The C module's stack, if it is known.</param>
    public static ResourceUse Of(EmulatedBoard board, long arenaBytes, long? nativeStackBytes)
    {
        board.MeasureHeap();
        var microphone = board.Microphone;
        TimeSpan Time(long samples) => TimeSpan.FromSeconds((double)samples / microphone.SampleRate);
        var hours = board.Scheduler.Now / (3600.0 * VirtualTime.Second);
        return new ResourceUse
        {
            ManagedHeap = board.Heap,
            AllocationRate = hours > 0 ? board.Heap.Allocated / hours : 0,
            ArenaBytes = arenaBytes,
            NativeStackBytes = nativeStackBytes,
            LongestStall = board.Scheduler.LongestStall,
            LongestSoundDelay = VirtualTime.ToTimeSpan(microphone.LongestWait),
            RingHighWater = Time(microphone.HighWater),
            RingCapacity = Time(microphone.Capacity),
        };
    }
}
