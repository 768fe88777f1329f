using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Runtime.Threading;

/// <summary>System.Threading.SpinWait of the class library.</summary>
[Replaces("System.Threading.SpinWait")]
public struct DeviceSpinWait
{
    /// <summary>Lets the core be busy for a moment.</summary>
    public readonly void SpinOnce() => DeviceThreadObject.SpinWait(20);

    /// <summary>Keeps the core busy for that long.</summary>
    public static void SpinUntil(int millisecondsTimeout) =>
        EmulatedBoard.Current.Scheduler.Spend(Math.Max(0, millisecondsTimeout) * VirtualTime.Millisecond);

    /// <inheritdoc cref="SpinUntil(int)"/>
    public static void SpinUntil(TimeSpan timeout) => SpinUntil(DeadlineOf.Milliseconds(timeout));
}
