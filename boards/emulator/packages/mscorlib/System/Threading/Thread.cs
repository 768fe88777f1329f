using System.Runtime.CompilerServices;

namespace System.Threading;

public sealed class Thread
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern Thread(ThreadStart start);

    public extern ThreadPriority Priority
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
        [MethodImpl(MethodImplOptions.InternalCall)]
        set;
    }

    public extern int ManagedThreadId
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern bool IsAlive
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public static extern Thread CurrentThread
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern ThreadState ThreadState
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void Start();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void Abort();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void Suspend();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void Resume();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void Join();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern bool Join(int millisecondsTimeout);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern bool Join(TimeSpan timeout);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Sleep(int millisecondsTimeout);

    public static void Sleep(TimeSpan timeout) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void SpinWait(int iterations);
}
