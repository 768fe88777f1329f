using System.Runtime.CompilerServices;

namespace Earshot.Interop;

/// <summary>
/// The firmware's capture: a timer triggers the converter and DMA fills a ring in native memory. Samples never enter the
/// managed heap.
/// </summary>
/// <remarks>A negative result is an error, see <see cref="NativeStatus"/>. There is one microphone.</remarks>
public static class NativeMicrophone
{
    /// <summary>How many numbers <see cref="ReadStatistics"/> gives.</summary>
    public const int StatisticsFields = 6;

    /// <summary>How many numbers <see cref="ReadTone"/> gives.</summary>
    public const int ToneFields = 3;

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

    /// <summary>
    /// Asks for what was heard from the last answer up to the next block, and fills <paramref name="fields"/> with the answer to the
    /// call before: samples that the rest is of; of them, those that met the end of the scale; the lowest and the highest sample;
    /// the mean that is removed, in 1/2^15 of the converter's full scale; the mean of the samples' squares, 0 to 2^30.
    /// </summary>
    /// <returns>1 when there was an answer, 0 when not yet, as at the first call; or an error: the microphone does not run.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int ReadStatistics(int[] fields);

    /// <summary>Begins to listen for a tone in the samples that <see cref="HearTone"/> takes from now on.</summary>
    /// <param name="frequency">In Hz, from 1 to half of the sample rate.</param>
    /// <returns>0, or an error: the frequency is out of range, or the microphone does not run.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int BeginTone(int frequency);

    /// <summary>Takes samples out of the ring and looks for the tone in them; from 65,536 in all on they are only taken.</summary>
    /// <param name="samples">How many at most; a thousand take about a millisecond in which no managed thread runs.</param>
    /// <returns>How many were taken, or an error.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int HearTone(int samples);

    /// <summary>
    /// Fills <paramref name="fields"/>: level of the tone in 1/256 dB of a full-scale sine; ratio of the tone to everything else but
    /// the mean in 1/256 dB; samples that were looked at.
    /// </summary>
    /// <returns>0, or an error: nothing was heard yet.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int ReadTone(int[] fields);
}
