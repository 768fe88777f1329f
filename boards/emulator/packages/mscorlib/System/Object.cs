using System.Runtime.CompilerServices;

namespace System;

public class Object
{
    public Object() => throw null;

    public virtual string ToString() => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern bool Equals(object obj);

    public static bool Equals(object objA, object objB) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool ReferenceEquals(object objA, object objB);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern int GetHashCode();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern Type GetType();

    [MethodImpl(MethodImplOptions.InternalCall)]
    protected extern object MemberwiseClone();
}
