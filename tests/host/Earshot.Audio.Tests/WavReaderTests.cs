using Earshot.Audio.Wav;
using Earshot.TestSupport;

namespace Earshot.Audio.Tests;

public sealed class WavReaderTests
{
    private static readonly double[] Values = [0, 0.5, -0.5, -1, 0.25, 127.0 / 128];

    [Theory]
    [InlineData(1, 8, false)]
    [InlineData(1, 16, false)]
    [InlineData(1, 24, false)]
    [InlineData(1, 32, false)]
    [InlineData(3, 32, false)]
    [InlineData(3, 64, false)]
    [InlineData(1, 8, true)]
    [InlineData(1, 16, true)]
    [InlineData(1, 24, true)]
    [InlineData(1, 32, true)]
    [InlineData(3, 32, true)]
    [InlineData(3, 64, true)]
    public void Reads_every_encoding_exactly(int code, int bits, bool extensible)
    {
        var wav = new WavBytes
        {
            Code = (ushort)code,
            ExtensibleCode = extensible ? (ushort)code : null,
            Bits = (ushort)bits,
            Data = Encode(code, bits, Values),
            ExtraChunk = true,
        };
        using var reader = new WavReader(new MemoryStream(wav.Build()), "a.wav");
        Assert.Equal(Values.Select(value => (float)value), ReadAll(reader));
        Assert.Equal(new WavFormat((WavEncoding)code, 1, 16_000, bits), reader.Format);
    }

    [Fact]
    public void Mixes_channels_or_takes_one()
    {
        var wav = new WavBytes { Channels = 3, Data = Encode(1, 16, [0.5, 0.25, 0, -0.5, 0.5, 0.75]) }.Build();
        Assert.Equal([0.25f, 0.25f], ReadAll(new WavReader(new MemoryStream(wav), "a.wav")));
        Assert.Equal([0.25f, 0.5f], ReadAll(new WavReader(new MemoryStream(wav), "a.wav", channel: 1)));
        var error = Assert.Throws<InputException>(() => new WavReader(new MemoryStream(wav), "a.wav", channel: 3));
        Assert.Contains("channel 3", error.Problem);
    }

    [Fact]
    public void Reads_RF64()
    {
        var wav = new WavBytes { Long = true, Data = Encode(1, 16, Values) };
        Assert.Equal(Values.Length, ReadAll(new WavReader(new MemoryStream(wav.Build()), "a.wav")).Length);
    }

    [Fact]
    public void Reads_in_pieces_of_any_size()
    {
        var values = Enumerable.Range(0, 10_000).Select(i => i % 100 / 128.0).ToArray();
        using var reader = new WavReader(new MemoryStream(new WavBytes { Data = Encode(1, 16, values) }.Build()), "a.wav");
        var all = new List<float>();
        var piece = new float[4099];
        for (int read; (read = reader.Read(piece)) > 0;)
        {
            all.AddRange(piece[..read]);
        }

        Assert.Equal(values.Select(value => (float)value), all);
    }

    [Fact]
    public void Writes_what_it_reads()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("new folder", "ä clip.wav");
        short[] samples = [0, 1, -1, short.MaxValue, short.MinValue, 1234];
        WavWriter.Write(path, samples, 16_000);
        Assert.Equal(samples, WavFile.ReadMono16(path));
        Assert.Equal(16_000, WavFile.Read(path).SampleRate);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Conversion_rounds_to_even_and_saturates()
    {
        float[] values = [0.5f / 32768, 1.5f / 32768, -0.5f / 32768, 1, 5, -1, -5, float.PositiveInfinity];
        Assert.Equal([0, 2, 0, 32767, 32767, -32768, -32768, 32767], Pcm16.FromFloat(values));
        Assert.Throws<ArgumentException>(() => Pcm16.FromFloat(float.NaN));
    }

    internal static byte[] Encode(int code, int bits, IEnumerable<double> values) => [.. values.SelectMany(value => (code, bits) switch
    {
        (1, 8) => [(byte)((value * 128) + 128)],
        (1, 16) => BitConverter.GetBytes((short)(value * 32768)),
        (1, 24) => BitConverter.GetBytes((int)(value * 8388608))[..3],
        (1, 32) => BitConverter.GetBytes((int)(value * 2147483648)),
        (3, 32) => BitConverter.GetBytes((float)value),
        _ => BitConverter.GetBytes(value),
    })];

    internal static float[] ReadAll(WavReader reader)
    {
        var samples = new float[reader.FrameCount];
        Assert.Equal(samples.Length, reader.Read(samples));
        Assert.Equal(0, reader.Read(new float[1]));
        return samples;
    }
}
