using System.Buffers;
using Earshot.Audio.Resampling;

namespace Earshot.Audio.Wav;

/// <summary>Reads whole WAV files.</summary>
public static class WavFile
{
    private const int PieceSamples = 16_384;

    /// <summary>Reads a file at its own rate.</summary>
    /// <param name="path">The file.</param>
    /// <param name="channel">The channel to read, counted from 0, or null for the mean of all channels.</param>
    /// <exception cref="InputException">The file is missing, damaged, too long or not a WAV file that can be read.</exception>
    public static AudioSignal Read(string path, int? channel = null)
    {
        using var reader = WavReader.Open(path, channel);
        var samples = new float[CheckedLength(path, reader.FrameCount)];
        reader.Read(samples);
        return new AudioSignal(samples, reader.Format.SampleRate);
    }

    /// <summary>Reads a file as 16-bit mono at the given rate, resampling it where it has another.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sampleRate">Samples per second of the result, in Hz.</param>
    /// <param name="channel">The channel to read, counted from 0, or null for the mean of all channels.</param>
    /// <exception cref="InputException">The file is missing, damaged, too long or not a WAV file that can be read.</exception>
    public static short[] ReadMono16(string path, int sampleRate = SampleRates.Model, int? channel = null)
    {
        using var reader = WavReader.Open(path, channel);
        return ReadMono16(reader, path, sampleRate);
    }

    /// <summary>Reads what is left of <paramref name="reader"/> as 16-bit samples at the given rate.</summary>
    internal static short[] ReadMono16(WavReader reader, string name, int sampleRate)
    {
        var fromRate = reader.Format.SampleRate;
        var samples = new short[CheckedLength(name, Resampler.OutputLength(reader.FrameCount, fromRate, sampleRate))];
        var resampler = new Resampler(fromRate, sampleRate);
        var piece = new float[PieceSamples];
        var output = new ArrayBufferWriter<float>(PieceSamples);
        var done = 0;
        int read;
        do
        {
            read = reader.Read(piece);
            output.ResetWrittenCount();
            resampler.Process(piece.AsSpan(0, read), output);
            if (read == 0)
            {
                resampler.Complete(output);
            }

            Pcm16.FromFloat(output.WrittenSpan, samples.AsSpan(done));
            done += output.WrittenCount;
        }
        while (read > 0);
        return samples;
    }

    private static int CheckedLength(string name, long samples) => samples <= Array.MaxLength
        ? (int)samples
        : throw new InputException(
            name, $"it has {samples} samples, more than fit in memory at once.", "Cut it into shorter files.");
}
