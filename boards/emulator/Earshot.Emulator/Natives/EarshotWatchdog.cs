using Earshot.Emulator.Loading;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of Earshot.Interop.NativeWatchdog.</summary>
[NativeHalfOf("Earshot.Interop.NativeWatchdog")]
public static class EarshotWatchdog
{
    private const int MaximumTimeout = 32_768;

    /// <summary>Starts it, or gives it another time.</summary>
    public static int Start(int milliseconds)
    {
        if (milliseconds is < 1 or > MaximumTimeout)
        {
            return FirmwareStatus.Argument;
        }

        EmulatedBoard.Current.Watchdog.Start(milliseconds * VirtualTime.Millisecond);
        return 0;
    }

    /// <summary>Lets it count from the beginning.</summary>
    public static int Feed()
    {
        var watchdog = EmulatedBoard.Current.Watchdog;
        if (!watchdog.IsRunning)
        {
            return FirmwareStatus.Watchdog;
        }

        watchdog.Feed();
        return 0;
    }
}
