using System.Runtime.CompilerServices;

namespace System.Threading;

public sealed class Timer : MarshalByRefObject, IDisposable
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern Timer(TimerCallback callback, object state, int dueTime, int period);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern Timer(TimerCallback callback, object state, TimeSpan dueTime, TimeSpan period);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern bool Change(int dueTime, int period);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern bool Change(TimeSpan dueTime, TimeSpan period);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void Dispose();
}
