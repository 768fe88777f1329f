using System.Runtime.CompilerServices;

namespace Earshot.Interop;

/// <summary>
/// The firmware's capture: a timer triggers the converter and DMA fills a ring in native memory. Samples never enter the
/// managed heap.
/// </summary>
/// <remarks>A negative result is an error, see <see cref="NativeStatus"/>. There is one microphone.</remarks>
public static class NativeMicrophone
{
    /// <summary>Starts sampling. Position and losses count from 0 again.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <returns>0, or an error: the rate is not possible, or it runs already.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Start(int sampleRate);

    /// <summary>Stops sampling. Samples in the ring stay until the next start.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Stop();

    /// <summary>
    /// Waits, while other threads run, until so many samples are in the ring.
    /// </summary>
    /// <param name="samples">At most the size of the ring.</param>
    /// <param name="millisecondsTimeout">How long at most, or −1.</param>
    /// <returns>1 when they are there, 0 when time ran out, or an error.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int WaitForSamples(int samples, int millisecondsTimeout);

    /// <summary>Samples from the start up to the last one that was taken out of the ring, lost ones included.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern long Position();

    /// <summary>Samples lost since the start because the ring was full.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern long LostSamples();
}
