using System.Runtime.CompilerServices;

namespace System;

public abstract class ValueType
{
    protected ValueType() => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public override extern bool Equals(object obj);
}
