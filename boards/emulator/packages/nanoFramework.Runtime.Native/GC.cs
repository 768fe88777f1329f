using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Native;

/// <summary>The garbage collector of the managed heap.</summary>
public static class GC
{
    /// <summary>Collects now.</summary>
    /// <param name="compactHeap">Whether live objects are moved together as well.</param>
    /// <returns>The free bytes of the managed heap afterwards.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint Run(bool compactHeap);

    /// <summary>Prints a line to the debugger at each collection.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void EnableGCMessages(bool enable);
}
