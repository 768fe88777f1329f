using System.Runtime.CompilerServices;

namespace System.Threading;

public struct SpinWait
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void SpinOnce();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void SpinUntil(TimeSpan timeout);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void SpinUntil(int millisecondsTimeout);
}
