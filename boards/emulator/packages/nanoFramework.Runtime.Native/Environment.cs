using System.Runtime.CompilerServices;

namespace System;

/// <summary>What the program may ask about the device it runs on.</summary>
public static class Environment
{
    /// <summary>Milliseconds since the start.</summary>
    public static extern long TickCount64
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }
}
