using Earshot.Emulator.Loading;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Runtime.Native.GC.</summary>
[NativeHalfOf("nanoFramework.Runtime.Native.GC")]
public static class RuntimeGarbageCollector
{
    /// <summary>Collects; compacting moves nothing here, because the emulated heap has no holes.</summary>
    /// <returns>Bytes that are free afterwards.</returns>
    public static uint Run(bool compactHeap)
    {
        _ = compactHeap;
        var heap = ThreadMeter.Current.Heap!;
        return (uint)Math.Max(0, heap.Capacity - heap.Collect());
    }

    /// <summary>Writes a line to the trace at every collection from now on, or no longer.</summary>
    public static void EnableGCMessages(bool enable) => ThreadMeter.Current.Heap!.TellsCollections = enable;
}
