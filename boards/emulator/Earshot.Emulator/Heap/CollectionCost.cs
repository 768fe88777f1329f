namespace Earshot.Emulator.Heap;

/// <summary>
/// What a garbage collection costs. nanoCLR marks what is reachable through a stack of its own, then walks the whole heap object by
/// object and joins what is free (CLR_RT_GarbageCollector::Mark and Sweep). No measurement of it is published: the clocks below
/// are estimates from reading that code, some 60 instructions to mark an object, 12 to look at a field, 25 to sweep an object of
/// three blocks.
/// </summary>
internal static class CollectionCost
{
    private const double Fixed = 4000;
    private const double PerObject = 60;
    private const double PerReachedBlock = 12;
    private const double PerUsedBlock = 8;

    /// <summary>Core clocks.</summary>
    /// <param name="objects">Objects that were reached.</param>
    /// <param name="reached">Their bytes.</param>
    /// <param name="used">Bytes in use before.</param>
    public static double Clocks(int objects, long reached, long used) =>
        Fixed + (PerObject * objects) + (PerReachedBlock * reached / HeapSize.Block) + (PerUsedBlock * used / HeapSize.Block);
}
