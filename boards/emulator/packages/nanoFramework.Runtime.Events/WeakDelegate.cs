using System;
using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Events;

/// <summary>Delegates that do not keep their targets alive.</summary>
public static class WeakDelegate
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern Delegate Combine(Delegate a, Delegate b);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern Delegate Remove(Delegate a, Delegate b);
}
