using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Native;

/// <summary>Limits how long the calling thread may take.</summary>
public static class ExecutionConstraint
{
    /// <param name="timeoutMilliseconds">The limit, or -1 to lift it.</param>
    /// <param name="priority">The thread's priority meanwhile.</param>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Install(int timeoutMilliseconds, int priority);
}
