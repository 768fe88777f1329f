using Earshot.Emulator.Loading;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of Earshot.Interop.NativePower.</summary>
[NativeHalfOf("Earshot.Interop.NativePower")]
public static class EarshotPower
{
    private const int MaximumStop = 86_400_000;

    /// <summary>STOP mode.</summary>
    public static int Stop(int milliseconds)
    {
        if (milliseconds is < 0 or > MaximumStop)
        {
            return FirmwareStatus.Argument;
        }

        return milliseconds == 0
            ? 0
            : (int)(EmulatedBoard.Current.Power.Stop(milliseconds * VirtualTime.Millisecond) / VirtualTime.Millisecond);
    }

    /// <summary>Why the chip started.</summary>
    public static int ResetCause() => (int)EmulatedBoard.Current.ResetCause;

    /// <summary>The chip's supply.</summary>
    public static int SupplyMillivolts() => EmulatedBoard.Current.SupplyMillivolts;
}
