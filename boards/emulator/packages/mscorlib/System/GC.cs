using System.Runtime.CompilerServices;

namespace System;

public static class GC
{
    public static void WaitForPendingFinalizers() => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void SuppressFinalize(object obj);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void ReRegisterForFinalize(object obj);
}
