namespace Earshot.Audio.Wav;

/// <summary>
/// Reads one channel of a WAV file piece by piece: RIFF, RF64 and BW64; integers of 8, 16, 24 and 32 bits, floating
/// point of 32 and 64 bits, plain or extensible.
/// </summary>
public sealed class WavReader : IDisposable
{
    private const int BufferFrames = 4096;

    private readonly Stream _stream;
    private readonly string _name;
    private readonly int? _channel;
    private readonly byte[] _buffer;

    /// <summary>Reads the header from the start of <paramref name="stream"/>, which the reader owns from then on.</summary>
    /// <param name="stream">A seekable stream.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="channel">The channel to read, counted from 0, or null for the mean of all channels.</param>
    /// <exception cref="InputException">It is not a WAV file that can be read, or it has no such channel.</exception>
    public WavReader(Stream stream, string name, int? channel = null)
    {
        _stream = stream;
        _name = name;
        _channel = channel;
        var layout = Guard(() => new WavLayoutReader(stream, name).Read());
        Format = layout.Format;
        FrameCount = layout.FrameCount;
        if (channel is not null && (channel < 0 || channel >= Format.Channels))
        {
            throw new InputException(
                name,
                $"channel {channel} was asked for, but it has {Format.Channels} (counted from 0).",
                "Choose one of its channels, or none to mix all of them.");
        }

        _buffer = new byte[BufferFrames * Format.BytesPerFrame];
        _stream.Position = layout.DataOffset;
    }

    /// <summary>The format of the file.</summary>
    public WavFormat Format { get; }

    /// <summary>Samples per channel in the file.</summary>
    public long FrameCount { get; }

    /// <summary>Samples per channel read so far.</summary>
    public long Position { get; private set; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="channel">The channel to read, counted from 0, or null for the mean of all channels.</param>
    /// <exception cref="InputException">There is no such file, or it is not a WAV file that can be read.</exception>
    public static WavReader Open(string path, int? channel = null)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(path, "there is no such file.", "Check the name and the folder.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(
                path, $"it cannot be opened ({exception.Message}).", "Give a file that you may read.", exception);
        }

        try
        {
            return new WavReader(stream, path, channel);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next samples, full scale ±1.</summary>
    /// <returns>The number of samples read; 0 at the end.</returns>
    /// <exception cref="InputException">A sample is not a finite number, or the file cannot be read any more.</exception>
    public int Read(Span<float> samples)
    {
        var done = 0;
        while (done < samples.Length && Position < FrameCount)
        {
            var frames = (int)Math.Min(Math.Min(BufferFrames, samples.Length - done), FrameCount - Position);
            var bytes = _buffer.AsMemory(0, frames * Format.BytesPerFrame);
            Guard(() =>
            {
                _stream.ReadExactly(bytes.Span);
                return true;
            });
            for (var frame = 0; frame < frames; frame++)
            {
                samples[done + frame] = Mix(bytes.Span.Slice(frame * Format.BytesPerFrame, Format.BytesPerFrame));
                Position++;
            }

            done += frames;
        }

        return done;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private float Mix(ReadOnlySpan<byte> frame)
    {
        if (_channel is { } channel)
        {
            return Sample(frame, channel);
        }

        double sum = 0;
        for (var i = 0; i < Format.Channels; i++)
        {
            sum += Sample(frame, i);
        }

        return (float)(sum / Format.Channels);
    }

    private float Sample(ReadOnlySpan<byte> frame, int channel)
    {
        var sample = (float)SampleDecoder.Decode(Format, frame[(channel * Format.BytesPerSample)..]);
        return float.IsFinite(sample)
            ? sample
            : throw new InputException(
                _name,
                $"sample {Position} of channel {channel} is not a finite number ({sample}).",
                "Export the sound again; it was damaged where it was made.");
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                _name, $"it cannot be read ({exception.Message}).", "Check the disk and copy the file again.", exception);
        }
    }
}
