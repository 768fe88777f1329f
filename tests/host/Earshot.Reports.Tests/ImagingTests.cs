using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Earshot.Audio.Wav;
using Earshot.Reports.Charts;
using Earshot.Reports.Imaging;
using Earshot.Reports.Sections;

namespace Earshot.Reports.Tests;

public sealed class ImagingTests
{
    [Fact]
    public void A_PNG_holds_the_pixels_it_was_given()
    {
        byte[] pixels = [0, 1, 2, 2, 1, 0];
        var png = PngEncoder.Encode(3, pixels, [(1, 2, 3), (4, 5, 6), (255, 0, 128)]);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        var chunks = Chunks(png);
        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], chunks.Keys);
        Assert.Equal([0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0], chunks["IHDR"]);
        Assert.Equal([1, 2, 3, 4, 5, 6, 255, 0, 128], chunks["PLTE"]);
        using var inflated = new MemoryStream();
        new ZLibStream(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress).CopyTo(inflated);
        Assert.Equal([0, 0, 1, 2, 0, 2, 1, 0], inflated.ToArray());
    }

    [Theory]
    [InlineData(440)]
    [InlineData(1000)]
    [InlineData(5000)]
    public void A_spectrogram_shows_a_tone_at_its_frequency(double frequency)
    {
        short[] samples = [.. Enumerable.Range(0, 16_000).Select(i => (short)(10_000 * Math.Sin(2 * Math.PI * frequency * i / 16_000)))];
        var spectrogram = Spectrogram.Compute(samples, 16_000, 50, 128);
        var png = spectrogram.ToPng(60);
        using var inflated = new MemoryStream();
        new ZLibStream(new MemoryStream(Chunks(png)["IDAT"]), CompressionMode.Decompress).CopyTo(inflated);
        var rows = inflated.ToArray();
        var column = Enumerable.Range(0, 128).Select(row => rows[(row * 51) + 1 + 25]).ToArray();
        var loudest = 1 - ((Array.IndexOf(column, column.Max()) + 0.5) / 128);
        Assert.Equal(spectrogram.Place(frequency), loudest, 0.02);
    }

    [Fact]
    public void Magma_runs_from_black_to_pale_yellow_and_always_brightens()
    {
        var steps = MagmaColors.Steps(256);
        Assert.True(steps[0].Red < 5 && steps[0].Green < 5 && steps[0].Blue < 10);
        Assert.True(steps[^1].Red > 245 && steps[^1].Green > 240 && steps[^1].Blue is > 170 and < 210);
        var brightness = steps.Select(step => (0.2126 * step.Red) + (0.7152 * step.Green) + (0.0722 * step.Blue)).ToArray();
        Assert.All(Enumerable.Range(8, 247), i => Assert.True(brightness[i] > brightness[i - 8]));
    }

    [Fact]
    public void A_long_sound_is_embedded_at_a_lower_rate_and_says_so()
    {
        Assert.DoesNotContain("embedded", new SoundPlayer("short", new short[16_000], 16_000).Render().ToString());
        var longer = new SoundPlayer("longer", new short[60 * 16_000], 16_000).Render().ToString();
        Assert.Contains("embedded at 8000 Hz instead of 16000 Hz", longer);
        var longest = new SoundPlayer("longest", new short[400 * 16_000], 16_000).Render().ToString();
        Assert.Contains("only the first 62 s of 400 s", longest);
        var wav = Convert.FromBase64String(longest.Split("base64,")[1].Split('"')[0]);
        using var reader = new WavReader(new MemoryStream(wav), "page");
        Assert.Equal((8_000, SoundPlayer.MostSamples), (reader.Format.SampleRate, reader.FrameCount));
    }

    [Fact]
    public void Reducing_a_series_keeps_its_peaks()
    {
        var values = new double[10_000];
        values[4321] = 0.9;
        var series = new TimeSeries([.. values.Select((_, i) => i / 100.0)], [new LineSeries("a", values)]).Reduce(600);
        Assert.Equal(600, series.Positions.Count);
        Assert.Equal(0.9, series.Series[0].Values.Max());
        Assert.Equal(43.21, series.Positions[series.Series[0].Values.ToList().IndexOf(0.9)], 0.2);
    }

    [Fact]
    public void Markers_that_would_overlap_get_lanes_of_their_own()
    {
        TimelineMarker[] markers = [.. Enumerable.Range(0, 6).Select(i => new TimelineMarker("a", i * 0.1, 0, null))];
        Assert.Equal([0, 1, 2, 3, 0, 1], TimelineLanes.Assign(markers, 40).Select(placed => placed.Lane));
        Assert.Equal(5, TimelineLanes.TickSeconds(40));
        Assert.Equal(0.2, TimelineLanes.TickSeconds(2), 1e-9);
    }

    private static Dictionary<string, byte[]> Chunks(byte[] png)
    {
        var chunks = new Dictionary<string, byte[]>();
        for (var position = 8; position < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(position));
            var body = png.AsSpan(position + 4, length + 4);
            Assert.Equal(System.IO.Hashing.Crc32.HashToUInt32(body), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(position + 8 + length)));
            chunks.Add(Encoding.ASCII.GetString(body[..4]), body[4..].ToArray());
            position += 12 + length;
        }

        return chunks;
    }
}
