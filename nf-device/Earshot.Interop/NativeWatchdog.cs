using System.Runtime.CompilerServices;

namespace Earshot.Interop;

/// <summary>
/// The watchdog: resets the chip when it is not fed in time, whatever the program does. Once started, only a reset stops it;
/// it goes on in STOP mode.
/// </summary>
/// <remarks>A negative result is an error, see <see cref="NativeStatus"/>.</remarks>
public static class NativeWatchdog
{
    /// <summary>The longest time, in milliseconds: 4096 counts of the 32 kHz oscillator divided by 256.</summary>
    public const int MaximumTimeout = 32768;

    /// <summary>Starts it, or gives it another time; it counts from now on.</summary>
    /// <param name="milliseconds">From 1 to <see cref="MaximumTimeout"/>. The oscillator is not exact: leave a margin of a half.</param>
    /// <returns>0, or an error.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Start(int milliseconds);

    /// <summary>Lets it count from the beginning.</summary>
    /// <returns>0, or an error: it does not run.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Feed();
}
