using System.Buffers.Binary;
using AngleSharp.Html.Parser;
using Earshot.Reports.Mistakes;
using Earshot.Reports.Training;

namespace Earshot.Reports.Tests;

public sealed class MistakesTests
{
    // Values of ITU-T G.711, table 2a: the ends of the segments.
    [Theory]
    [InlineData(0, 0xFF)]
    [InlineData(-1, 0x7F)]
    [InlineData(8031 * 4, 0x80)]
    [InlineData(-8031 * 4, 0x00)]
    [InlineData(short.MaxValue, 0x80)]
    [InlineData(short.MinValue, 0x00)]
    [InlineData(4063 * 4, 0x8F)]
    [InlineData(2015 * 4, 0x9F)]
    [InlineData(31 * 4, 0xEF)]
    public void Mu_law_codes_are_those_of_the_standard(int sample, byte code) => Assert.Equal(code, MuLawWav.Encode((short)sample));

    [Fact]
    public void Mu_law_keeps_every_sample_within_a_step()
    {
        for (var sample = (int)short.MinValue; sample <= short.MaxValue; sample++)
        {
            var error = Math.Abs(Decode(MuLawWav.Encode((short)sample)) - sample);
            // Half a step, which is a 32nd of the biased magnitude at the lower end of a segment; beyond 32 635 it saturates.
            Assert.True(error <= (Math.Abs(sample) + 132) / 32.0 || Math.Abs(sample) > 32_635, $"{sample} is off by {error}");
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    public void The_file_says_what_is_in_it(int samples)
    {
        var file = MuLawWav.ToBytes(Examples.Tone(samples, 0.1), 16_000);
        Assert.Equal(0, file.Length % 2);
        Assert.Equal(file.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)));
        Assert.Equal(7, BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(20)));
        Assert.Equal(16_000, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24)));
        Assert.Equal(samples, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(54)));
    }

    [Fact]
    public void The_surest_mistakes_come_first_and_are_limited()
    {
        var html = TrainingReport.Create(Examples.Training() with { Mistakes = Examples.Mistakes(20) }).ToHtml();
        var document = new HtmlParser().ParseDocument(html);
        var cards = document.QuerySelectorAll(".mistake");
        Assert.Equal(MistakeGallery.MostClips, cards.Length);
        Assert.Contains("clip 19.wav", cards[0].TextContent);
        Assert.Contains("59 % sure", cards[0].TextContent);
        Assert.All(cards, card => Assert.StartsWith("data:audio/wav;base64,", card.QuerySelector("audio")!.GetAttribute("src")));
        Assert.Contains("12 clips, 1.0 MB of sound", document.Body!.TextContent);
        Assert.InRange(html.Length, 1_300_000, 2_500_000);
    }

    [Fact]
    public void A_long_clip_is_cut_and_says_so()
    {
        var clip = Examples.Mistakes(1)[0] with { Samples = Examples.Tone(44_100 * 8, 0.02), SampleRate = 44_100 };
        var document = new HtmlParser().ParseDocument(new MistakeGallery([clip]).Render().ToString());
        Assert.Contains("only the first 6 s", document.Body!.TextContent);
        var sound = Convert.FromBase64String(document.QuerySelector("audio")!.GetAttribute("src")!["data:audio/wav;base64,".Length..]);
        Assert.Equal(6 * 16_000, BinaryPrimitives.ReadInt32LittleEndian(sound.AsSpan(54)));
    }

    [Fact]
    public void No_mistake_is_told()
    {
        var report = TrainingReport.Create(Examples.Training() with { Mistakes = [] }).ToHtml();
        Assert.Contains("No clip was decided wrong.", report);
    }

    private static int Decode(byte code)
    {
        var bits = ~code & 0xFF;
        var magnitude = ((((bits & 0x0F) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
        return (bits & 0x80) == 0 ? magnitude : -magnitude;
    }
}
