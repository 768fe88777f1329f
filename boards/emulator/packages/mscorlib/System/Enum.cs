using System.Runtime.CompilerServices;

namespace System;

public abstract class Enum : ValueType
{
    protected Enum() => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern bool HasFlag(Enum flag);

    public override string ToString() => throw null;
}
