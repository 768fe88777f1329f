using System.Runtime.CompilerServices;

namespace System;

public class WeakReference
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern WeakReference(object target);

    public virtual extern bool IsAlive
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public virtual extern object Target
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
        [MethodImpl(MethodImplOptions.InternalCall)]
        set;
    }
}
