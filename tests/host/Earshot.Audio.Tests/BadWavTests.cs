using Earshot.Audio.Wav;
using Earshot.TestSupport;

namespace Earshot.Audio.Tests;

public sealed class BadWavTests
{
    private static readonly byte[] Sound = [1, 2, 3, 4, 5, 6, 7, 8];

    public static TheoryData<string, byte[]> Bad => new()
    {
        { "empty", [] },
        { "cut short", "RIFF"u8.ToArray() },
        { "not a WAV file", [.. "OggS"u8, .. new byte[60]] },
        { "not a WAV file", [.. "RIFX"u8, .. new WavBytes { Data = Sound }.Build()[4..]] },
        { "only a header", new WavBytes { Data = Sound }.Build()[..36] },
        { "before a fmt chunk", new WavBytes { Data = Sound }.Build()[..12] },
        { "no sample", new WavBytes().Build() },
        { "'channels' is 0", new WavBytes { Channels = 0, Data = Sound }.Build() },
        { "'sample rate' is 0", new WavBytes { SampleRate = 0, Data = Sound }.Build() },
        { "'sample rate' is 4000000000", new WavBytes { SampleRate = 4_000_000_000, Data = Sound }.Build() },
        { "'block align' is 3", new WavBytes { BlockAlign = 3, Data = Sound }.Build() },
        { "Microsoft ADPCM", new WavBytes { Code = 2, Bits = 4, Data = Sound }.Build() },
        { "IMA ADPCM", new WavBytes { Code = 0x11, Bits = 4, Data = Sound }.Build() },
        { "A-law", new WavBytes { Code = 6, Bits = 8, Data = Sound }.Build() },
        { "µ-law", new WavBytes { Code = 7, Bits = 8, Data = Sound }.Build() },
        { "µ-law", new WavBytes { ExtensibleCode = 7, Bits = 8, Data = Sound }.Build() },
        { "MP3", new WavBytes { Code = 0x55, Data = Sound }.Build() },
        { "0xBEEF", new WavBytes { Code = 0xBEEF, Data = Sound }.Build() },
        { "'sub-format'", new WavBytes { ExtensibleCode = 1, SubFormatTail = 0x72, Data = Sound }.Build() },
        { "12 bits", new WavBytes { Bits = 12, BlockAlign = 2, Data = Sound }.Build() },
        { "16 bits", new WavBytes { Code = 3, Bits = 16, Data = Sound }.Build() },
        { "data chunk", new WavBytes { Data = Sound, DataBytes = 9 }.Build() },
        { "data chunk", new WavBytes { Data = Sound, DataBytes = uint.MaxValue }.Build() },
        { "data chunk", new WavBytes { Long = true, Data = Sound, DataBytes = long.MaxValue }.Build() },
        { "sample 2 of channel 0", Floats(0, 1, float.NaN) },
        { "sample 1 of channel 0", Floats(0, float.PositiveInfinity) },
        { "sample 0 of channel 0", Floats(float.NegativeInfinity) },
        { "sample 1 of channel 0", new WavBytes { Code = 3, Bits = 64, Data = WavReaderTests.Encode(3, 64, [0, 1e300]) }.Build() },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Names_the_file_the_field_and_the_remedy(string expected, byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("clip.wav");
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<InputException>(() => WavFile.ReadMono16(path));
        Assert.Equal(path, error.Origin);
        Assert.Contains(expected, error.Problem);
        Assert.EndsWith(".", error.Problem);
        Assert.NotEmpty(error.Remedy);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_input_errors()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("no such file", Assert.Throws<InputException>(() => WavFile.Read(folder.File("a.wav"))).Problem);
        Assert.Contains("no such file", Assert.Throws<InputException>(() => WavFile.Read(folder.File("b", "a.wav"))).Problem);
        Assert.Contains("cannot be opened", Assert.Throws<InputException>(() => WavFile.Read(folder.FullPath)).Problem);
        Assert.Contains("cannot be opened", Assert.Throws<InputException>(() => WavFile.Read(string.Empty)).Problem);
    }

    [Fact]
    public void Every_truncation_is_an_input_error()
    {
        foreach (var wav in Samples())
        {
            for (var length = 0; length < wav.Length; length++)
            {
                Assert.Throws<InputException>(() => Read(wav[..length]));
            }
        }
    }

    [Fact]
    public void Any_changed_bytes_are_read_or_refused()
    {
        var random = new Random(20260801);
        var (read, refused) = (0, 0);
        foreach (var wav in Samples())
        {
            for (var round = 0; round < 3000; round++)
            {
                var bytes = (byte[])wav.Clone();
                for (var flip = random.Next(1, 5); flip > 0; flip--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                try
                {
                    Read(bytes);
                    read++;
                }
                catch (InputException)
                {
                    refused++;
                }
            }
        }

        Assert.True(read > 1000 && refused > 1000, $"{read} read, {refused} refused");
    }

    private static IEnumerable<byte[]> Samples() =>
    [
        new WavBytes { Data = Sound }.Build(),
        new WavBytes { Data = Sound, ExtraChunk = true, Channels = 2 }.Build(),
        new WavBytes { Data = Sound, Long = true }.Build(),
        new WavBytes { Data = Sound, ExtensibleCode = 1, Bits = 32 }.Build(),
        Floats(0, 0.5f, -1),
    ];

    private static byte[] Floats(params float[] values) =>
        new WavBytes { Code = 3, Bits = 32, Data = [.. values.SelectMany(BitConverter.GetBytes)] }.Build();

    private static void Read(byte[] bytes)
    {
        using var reader = new WavReader(new MemoryStream(bytes), "a.wav");
        WavFile.ReadMono16(reader, "a.wav", reader.Format.SampleRate);
    }
}
