using System.Runtime.CompilerServices;

namespace System.Threading;

public static class Monitor
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Enter(object obj);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Exit(object obj);
}
