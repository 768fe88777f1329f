using Earshot.Native.Interop;

namespace Earshot.Native;

/// <summary>The C module's tone check: how much of one tone there is in what it hears, the same numbers as on the board.</summary>
public sealed unsafe class ToneCheck
{
    private NativeTone _tone;

    /// <summary>Begins to listen for a tone.</summary>
    /// <param name="frequency">In Hz, from 1 to half of the sample rate.</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <exception cref="EarshotException">The frequency is out of range.</exception>
    public ToneCheck(int frequency, int sampleRate)
    {
        fixed (NativeTone* tone = &_tone)
        {
            EarshotException.ThrowIfFailed(NativeMethods.ToneBegin(tone, (uint)frequency, (uint)sampleRate));
        }
    }

    /// <summary>Hears samples; from 65,536 in all on, no more are taken.</summary>
    public void Push(ReadOnlySpan<short> pcm)
    {
        fixed (NativeTone* tone = &_tone)
        fixed (short* samples = pcm)
        {
            NativeMethods.TonePush(tone, samples, (nuint)pcm.Length);
        }
    }

    /// <summary>Says what was heard; false before the first sample.</summary>
    public bool TryRead(out ToneReading reading)
    {
        ToneReading result;
        fixed (NativeTone* tone = &_tone)
        {
            var status = NativeMethods.ToneRead(tone, &result);
            reading = result;
            return status == EarshotStatus.Ok;
        }
    }
}
