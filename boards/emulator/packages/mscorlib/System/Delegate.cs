using System.Reflection;
using System.Runtime.CompilerServices;

namespace System;

public abstract class Delegate
{
    protected Delegate() => throw null;

    public extern MethodInfo Method
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern object Target
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public override extern bool Equals(object obj);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern Delegate Combine(Delegate a, Delegate b);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern Delegate[] GetInvocationList();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern Delegate Remove(Delegate source, Delegate value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool operator ==(Delegate d1, Delegate d2);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool operator !=(Delegate d1, Delegate d2);
}
