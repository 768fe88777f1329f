using System.Buffers.Binary;

namespace Earshot.Emulator.Sound;

/// <summary>Raw 16-bit little-endian mono samples from a stream, such as standard input.</summary>
public sealed class PcmStreamSource(Stream stream, int sampleRate, string name) : ISoundSource
{
    private byte[] _bytes = [];

    /// <inheritdoc/>
    public int SampleRate { get; } = sampleRate;

    /// <summary>Whether the stream has ended; from then on there is silence.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Raised when the stream has ended.</summary>
    public event Action? Ended;

    /// <inheritdoc/>
    /// <exception cref="InputException">The stream ends in the middle of a sample.</exception>
    public void Read(Span<short> samples)
    {
        samples.Clear();
        if (HasEnded)
        {
            return;
        }

        var wanted = samples.Length * sizeof(short);
        Array.Resize(ref _bytes, Math.Max(_bytes.Length, wanted));
        var read = stream.ReadAtLeast(_bytes.AsSpan(0, wanted), wanted, throwOnEndOfStream: false);
        if (read % sizeof(short) != 0)
        {
            throw new InputException(name, "it ends in the middle of a 16-bit sample.", "Send whole 16-bit little-endian mono samples.");
        }

        for (var index = 0; index < read / sizeof(short); index++)
        {
            samples[index] = BinaryPrimitives.ReadInt16LittleEndian(_bytes.AsSpan(index * sizeof(short)));
        }

        if (read < wanted)
        {
            HasEnded = true;
            Ended?.Invoke();
        }
    }
}
