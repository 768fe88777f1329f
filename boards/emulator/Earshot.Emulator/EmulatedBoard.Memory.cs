using Earshot.Emulator.Heap;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator;

/// <content>Memory: each boot starts with an empty managed heap.</content>
public sealed partial class EmulatedBoard
{
    /// <summary>
    /// Finds what device code can reach at this moment, which counts for <see cref="HeapStatistics.HighWater"/>; to be called between
    /// runs. Costs the board nothing.
    /// </summary>
    /// <returns>Bytes in use, assemblies and stack frames included; 0 while no program runs.</returns>
    public long MeasureHeap() => Scheduler.Heap?.Measure() ?? 0;

    /// <summary>What device code can reach at this moment, by type, the largest share first; to be called between runs.</summary>
    public IReadOnlyList<HeapShare> HeapCensus() => Scheduler.Heap?.Census() ?? [];

    private ManagedHeap EmptyHeap() => new(Heap, Scheduler, () => PartsOf<IHoldsDeviceObjects>().SelectMany(part => part.DeviceObjects))
    {
        Tell = text => Trace.Write("clr", text),
        Price = (objects, reached, used) =>
            (long)(CollectionCost.Clocks(objects, reached, used) * VirtualTime.Second / Description.ClockHertz),
    };
}
