using System;
using Earshot.Interop;

namespace Earshot;

/// <summary>
/// The board's microphone, sampled by hardware into native memory. There is one; dispose it to stop sampling.
/// </summary>
public sealed class DmaMicrophone : IDisposable
{
    private bool _isRunning;

    /// <summary>Prepares the microphone; <see cref="Start"/> starts it.</summary>
    /// <param name="sampleRate">Samples a second: the model's.</param>
    public DmaMicrophone(int sampleRate)
    {
        SampleRate = sampleRate;
    }

    /// <summary>Samples a second.</summary>
    public int SampleRate { get; }

    /// <summary>When sampling started, by the board's clock.</summary>
    public DateTime Started { get; private set; }

    /// <summary>Milliseconds of sound from the start up to the last sample that was worked on, lost sound included.</summary>
    public long Position => NativeMicrophone.Position() * 1000 / SampleRate;

    /// <summary>Milliseconds of sound that were lost because it was not worked on in time.</summary>
    public long Lost => NativeMicrophone.LostSamples() * 1000 / SampleRate;

    /// <summary>Starts sampling.</summary>
    /// <exception cref="InvalidOperationException">The rate is not possible on this board, or the microphone runs already.</exception>
    public void Start()
    {
        NativeStatus.Check(NativeMicrophone.Start(SampleRate));
        Started = DateTime.UtcNow;
        _isRunning = true;
    }

    /// <summary>Waits, while other threads run, for so many samples; false when time ran out.</summary>
    /// <param name="samples">How many, at most the size of the native ring.</param>
    /// <param name="millisecondsTimeout">How long at most, or −1.</param>
    public bool WaitForSamples(int samples, int millisecondsTimeout)
    {
        return NativeStatus.Check(NativeMicrophone.WaitForSamples(samples, millisecondsTimeout)) == 1;
    }

    /// <summary>Stops sampling.</summary>
    public void Dispose()
    {
        if (_isRunning)
        {
            _isRunning = false;
            NativeMicrophone.Stop();
        }
    }
}
