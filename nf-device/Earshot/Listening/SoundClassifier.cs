using System;
using Earshot.Interop;

namespace Earshot;

/// <summary>
/// Turns sound into scores, a hop at a time. It uses a microphone but does not own it: dispose both, in any order.
/// </summary>
public sealed class SoundClassifier : IDisposable
{
    private bool _isOpen;

    /// <summary>Opens a model, which the firmware checks completely.</summary>
    /// <exception cref="InvalidOperationException">There is none, it is damaged, or it does not fit into the firmware's arena.</exception>
    public SoundClassifier(ModelSource source)
    {
        NativeStatus.Check(NativeClassifier.Open((int)source));
        _isOpen = true;
        Model = SoundModel.ReadOpenModel();
    }

    /// <summary>What the model says of itself.</summary>
    public SoundModel Model { get; }

    /// <summary>A-weighted level of the latest frame in 1/256 dB of a full-scale sine; −32768 for silence.</summary>
    public int Level => NativeClassifier.ReadLevel();

    /// <summary>Waits for one hop of sound, while other threads run, and works on it.</summary>
    /// <param name="microphone">A running microphone at the model's rate.</param>
    /// <param name="millisecondsTimeout">How long to wait at most, or −1.</param>
    public Heard Listen(DmaMicrophone microphone, int millisecondsTimeout)
    {
        if (!microphone.WaitForSamples(Model.HopSamples, millisecondsTimeout))
        {
            return Heard.Nothing;
        }

        return NativeStatus.Check(NativeClassifier.ProcessHop()) > 0 ? Heard.Decision : Heard.Hop;
    }

    /// <summary>Copies the latest scores: one a class, probability in 1/256, at most 255.</summary>
    /// <exception cref="InvalidOperationException">There was no decision yet.</exception>
    public void ReadScores(byte[] scores)
    {
        NativeStatus.Check(NativeClassifier.ReadScores(scores));
    }

    /// <summary>Forgets all sound, as after a pause.</summary>
    public void Reset()
    {
        NativeStatus.Check(NativeClassifier.Reset());
    }

    /// <summary>Lets go of the model.</summary>
    public void Dispose()
    {
        if (_isOpen)
        {
            _isOpen = false;
            NativeClassifier.Close();
        }
    }
}
