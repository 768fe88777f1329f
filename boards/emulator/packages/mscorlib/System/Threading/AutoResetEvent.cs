using System.Runtime.CompilerServices;

namespace System.Threading;

public sealed class AutoResetEvent : WaitHandle
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern AutoResetEvent(bool initialState);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern bool Reset();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern bool Set();
}
