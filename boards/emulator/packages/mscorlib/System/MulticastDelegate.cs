using System.Runtime.CompilerServices;

namespace System;

public abstract class MulticastDelegate : Delegate
{
    protected MulticastDelegate() => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool operator ==(MulticastDelegate d1, MulticastDelegate d2);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool operator !=(MulticastDelegate d1, MulticastDelegate d2);

    public override bool Equals(object obj) => throw null;
}
