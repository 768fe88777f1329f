using System;
using Earshot.Interop;

namespace Earshot;

/// <summary>
/// The board's microphone, sampled by hardware into native memory. There is one; dispose it to stop sampling.
/// </summary>
public sealed class DmaMicrophone : IDisposable
{
    private const int TonePiece = 256;

    private int[] _fields;
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

    /// <summary>
    /// Reads what the microphone gave from the answer before up to a moment after the last call. Call it once a second, say; the first
    /// call after <see cref="Start"/> has no answer yet.
    /// </summary>
    /// <param name="statistics">What to fill; it stays as it is when there is no answer.</param>
    /// <returns>Whether there was an answer.</returns>
    /// <exception cref="InvalidOperationException">The microphone does not run.</exception>
    public bool TryReadStatistics(MicrophoneStatistics statistics)
    {
        if (_fields == null)
        {
            _fields = new int[NativeMicrophone.StatisticsFields];
        }

        if (NativeStatus.Check(NativeMicrophone.ReadStatistics(_fields)) == 0)
        {
            return false;
        }

        statistics.Set(_fields);
        return true;
    }

    /// <summary>
    /// Listens for a tone that somebody plays to the microphone, with a phone or a calibrator: capsule, amplifier, converter, sample
    /// rate and gain in one test. It takes the sound that a classifier would hear.
    /// </summary>
    /// <param name="frequency">In Hz, from 1 to half of the sample rate.</param>
    /// <param name="milliseconds">How long, up to 65,536 samples. Half a second tells tones apart that lie 2 Hz beside one another.</param>
    /// <exception cref="ArgumentException">The frequency is out of range.</exception>
    /// <exception cref="InvalidOperationException">The microphone does not run.</exception>
    public ToneResult ListenForTone(int frequency, int milliseconds)
    {
        NativeStatus.Check(NativeMicrophone.BeginTone(frequency));
        long left = (long)milliseconds * SampleRate / 1000;
        while (left > 0)
        {
            int piece = left < TonePiece ? (int)left : TonePiece;
            // Twice as long as the samples take, and the time of a block.
            if (!WaitForSamples(piece, 100 + (piece * 2000 / SampleRate)))
            {
                break;
            }

            left -= NativeStatus.Check(NativeMicrophone.HearTone(piece));
        }

        int[] fields = new int[NativeMicrophone.ToneFields];
        int status = NativeMicrophone.ReadTone(fields);
        if (status == NativeStatus.NoSound)
        {
            return new ToneResult(LevelAverage.Floor, LevelAverage.Floor, 0);
        }

        NativeStatus.Check(status);
        return new ToneResult(fields[0], fields[1], fields[2]);
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
