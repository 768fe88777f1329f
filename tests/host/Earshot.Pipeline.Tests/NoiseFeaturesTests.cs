using Earshot.Native;
using Earshot.Training.Features;
using Xunit;

namespace Earshot.Pipeline.Tests;

public class NoiseFeaturesTests
{
    private static readonly FrontEndConfiguration FrontEnd = DefaultFrontEnd.Configuration with
    {
        Statistics = new FeatureStatistics(
            [.. Enumerable.Repeat(16d, DefaultFrontEnd.Configuration.Bands)], [.. Enumerable.Repeat(4d, DefaultFrontEnd.Configuration.Bands)], 0),
    };

    [Theory]
    [InlineData(1, -1)]
    [InlineData(2, -2)]
    public void ColoursFallByTheirSlope(int color, double doublingsAnOctave)
    {
        var set = FeatureExtraction.Compute(FrontEnd, ["any"], []);
        var white = MeanDoublings(set, set.Noise[0]);
        var colored = MeanDoublings(set, set.Noise[color]);
        var low = set.BandHertz.ToList().FindIndex(hertz => hertz > 300);
        var high = set.BandHertz.ToList().FindIndex(hertz => hertz > 3000);
        var octaves = Math.Log2(set.BandHertz[high] / set.BandHertz[low]);
        var fall = (colored[high] - white[high] - (colored[low] - white[low])) / octaves;
        Assert.Equal(doublingsAnOctave, fall, 0.12);
    }

    [Fact]
    public void NoiseHasItsLevelAndBandsTheirFrequencies()
    {
        var set = FeatureExtraction.Compute(FrontEnd, ["any"], []);
        // White noise of −30 dB over 8 kHz loses about 1 dB to the A-weighting.
        Assert.InRange(set.Noise[0].Levels.Average() / 256, -33, -29);
        Assert.Equal(FrontEnd.Bands, set.BandHertz.Count);
        Assert.True(set.BandHertz.Zip(set.BandHertz.Skip(1)).All(pair => pair.First < pair.Second));
        Assert.InRange(set.BandHertz[0], FrontEnd.LowHertz, FrontEnd.LowHertz + 100);
        Assert.InRange(set.BandHertz[^1], FrontEnd.HighHertz - 1000, FrontEnd.HighHertz);
    }

    private static double[] MeanDoublings(FeatureSet set, FeatureClip clip) =>
        [.. Enumerable.Range(0, set.Bands).Select(band =>
            Enumerable.Range(0, clip.Frames).Average(frame => (clip.Values[(frame * set.Bands) + band] - set.ZeroPoint) * set.Scale)
            / set.UnitsPerDoubling[band])];
}
