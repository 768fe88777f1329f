using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Runtime.Threading;

/// <summary>Timeouts of the class library as moments of virtual time.</summary>
internal static class DeadlineOf
{
    public static long Milliseconds(Scheduler scheduler, long milliseconds) => milliseconds switch
    {
        -1 => long.MaxValue,
        < -1 => throw new ArgumentOutOfRangeException(nameof(milliseconds)),
        _ => scheduler.Now + (milliseconds * VirtualTime.Millisecond),
    };

    public static int Milliseconds(TimeSpan time) => checked((int)(time.Ticks / TimeSpan.TicksPerMillisecond));
}
