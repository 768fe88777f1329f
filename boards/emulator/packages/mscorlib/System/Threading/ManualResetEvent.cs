using System.Runtime.CompilerServices;

namespace System.Threading;

public sealed class ManualResetEvent : WaitHandle
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern ManualResetEvent(bool initialState);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern bool Reset();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern bool Set();
}
