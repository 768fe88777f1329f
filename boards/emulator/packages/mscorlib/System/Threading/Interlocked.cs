using System.Runtime.CompilerServices;

namespace System.Threading;

public static class Interlocked
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Increment(ref int location);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Decrement(ref int location);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Exchange(ref int location1, int value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int CompareExchange(ref int location1, int value, int comparand);
}
