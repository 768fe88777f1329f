using System.Runtime.CompilerServices;

namespace Earshot.Interop;

/// <summary>The firmware's classifier: the C module with one model. A call does the work of one hop at most.</summary>
/// <remarks>A negative result is an error, see <see cref="NativeStatus"/>.</remarks>
public static class NativeClassifier
{
    /// <summary>The model that was compiled into the firmware.</summary>
    public const int BuiltIn = 0;

    /// <summary>The model in the deployment region.</summary>
    public const int Deployed = 1;

    /// <summary>How many numbers <see cref="ReadModel"/> gives.</summary>
    public const int ModelFields = 8;

    /// <summary>How many numbers <see cref="ReadClass"/> gives.</summary>
    public const int ClassFields = 4;

    /// <summary>Checks a model completely and prepares the engine for it.</summary>
    /// <param name="source"><see cref="BuiltIn"/> or <see cref="Deployed"/>.</param>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Open(int source);

    /// <summary>Lets go of the model.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Close();

    /// <summary>Tells models apart: the checksum field of the pack at a place, which is not validated.</summary>
    /// <param name="source"><see cref="BuiltIn"/> or <see cref="Deployed"/>.</param>
    /// <returns>The CRC-32 in the pack's header as it stands there, or 0 when there is none.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Fingerprint(int source);

    /// <summary>
    /// Fills <paramref name="fields"/>: sample rate in Hz, samples of a hop, classes, hops that a decision looks back on,
    /// hops from one decision to the next, smoothing time in ms, quiet level in 1/256 dB, samples of a frame.
    /// </summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int ReadModel(int[] fields);

    /// <summary>
    /// Fills <paramref name="fields"/> for one class: 0 when it is reported and 1 when it is background, on-threshold and
    /// off-threshold in 1/256, minimum duration in ms.
    /// </summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int ReadClass(int index, int[] fields);

    /// <summary>Copies a class's label in UTF-8, cut off at the array's end; returns its length in bytes.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int ReadLabel(int index, byte[] utf8);

    /// <summary>Copies the model's name in UTF-8, cut off at the array's end; returns its length in bytes.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int ReadName(byte[] utf8);

    /// <summary>Takes one hop out of the microphone's ring and works on it.</summary>
    /// <returns>1 when the scores were renewed, 0 when not yet, or an error; <see cref="NativeStatus.NoSound"/> when the hop is not there.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int ProcessHop();

    /// <summary>Copies the latest scores, one a class: probability in 1/256, at most 255.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int ReadScores(byte[] scores);

    /// <summary>A-weighted level of the latest frame in 1/256 dB of a full-scale sine; −32768 for silence.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int ReadLevel();

    /// <summary>Forgets all sound.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Reset();
}
