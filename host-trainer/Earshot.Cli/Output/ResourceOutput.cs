using Earshot.Emulator;
using Earshot.Emulator.Scheduling;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows what an app has needed of an emulated board.</summary>
internal static class ResourceOutput
{
    /// <summary>Prints memory and stalls.</summary>
    public static void Show(ResourceUse use)
    {
        var heap = use.ManagedHeap;
        AnsiConsole.WriteLine(FormattableString.Invariant(
            $"Managed heap: {heap.HighWater} of {heap.Capacity} bytes needed (assemblies {heap.AssemblyBytes}, deepest stack {heap.DeepestStack}), {use.AllocationRate:0} bytes allocated an hour, {heap.Collections} collections, the longest {Milliseconds(heap.LongestCollection):0.00} ms."));
        AnsiConsole.WriteLine(FormattableString.Invariant(
            $"Native: arena {use.ArenaBytes} bytes, stack {(use.NativeStackBytes is { } stack ? FormattableString.Invariant($"{stack} bytes") : "not measured (--cost FILE tells)")}."));
        AnsiConsole.WriteLine(FormattableString.Invariant(
            $"Longest stall: {use.LongestStall.Reason} of {Milliseconds(use.LongestStall.Duration):0.00} ms at {VirtualTime.Format(use.LongestStall.Time)}; sound waited {use.LongestSoundDelay.TotalMilliseconds:0.0} ms at most, {use.RingHighWater.TotalMilliseconds:0} of {use.RingCapacity.TotalMilliseconds:0} ms of the ring were used."));
    }

    /// <summary>The same as data.</summary>
    public static object Json(ResourceUse use) => new
    {
        ManagedHeap = new
        {
            HighWaterBytes = use.ManagedHeap.HighWater,
            CapacityBytes = use.ManagedHeap.Capacity,
            use.ManagedHeap.AssemblyBytes,
            DeepestStackBytes = use.ManagedHeap.DeepestStack,
            AllocatedBytes = use.ManagedHeap.Allocated,
            AllocatedBytesAnHour = use.AllocationRate,
            use.ManagedHeap.Collections,
            LongestCollectionMs = Milliseconds(use.ManagedHeap.LongestCollection),
            FailedAllocations = use.ManagedHeap.Failures,
        },
        use.ArenaBytes,
        use.NativeStackBytes,
        LongestStall = new
        {
            use.LongestStall.Reason,
            DurationMs = Milliseconds(use.LongestStall.Duration),
            TimeS = (double)use.LongestStall.Time / VirtualTime.Second,
        },
        LongestSoundDelayMs = use.LongestSoundDelay.TotalMilliseconds,
        RingHighWaterMs = use.RingHighWater.TotalMilliseconds,
        RingMs = use.RingCapacity.TotalMilliseconds,
    };

    private static double Milliseconds(long nanoseconds) => nanoseconds / 1e6;
}
