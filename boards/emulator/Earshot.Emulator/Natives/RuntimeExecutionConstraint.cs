using System.Diagnostics;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Runtime.Native.ExecutionConstraint.</summary>
[NativeHalfOf("nanoFramework.Runtime.Native.ExecutionConstraint")]
public static class RuntimeExecutionConstraint
{
    private const string ExceptionName = "nanoFramework.Runtime.Native.ConstraintException";

    /// <summary>Limits the calling method, or lifts its limit with −1.</summary>
    public static void Install(int timeoutMilliseconds, int priority)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timeoutMilliseconds, -1);
        var scheduler = EmulatedBoard.Current.Scheduler;
        var thread = scheduler.Running;
        thread.Constraint?.Cancel();
        thread.Priority = Math.Clamp(priority, 0, 4);
        var package = DeviceStack.Frames(new StackTrace(fNeedFileInfo: false))[0].Module.Assembly;
        var exception = package.GetType(ExceptionName, throwOnError: true)!;
        thread.Constraint = timeoutMilliseconds < 0
            ? null
            : new ExecutionLimit(
                scheduler, timeoutMilliseconds * VirtualTime.Millisecond, () => (Exception)Activator.CreateInstance(exception)!);
    }
}
