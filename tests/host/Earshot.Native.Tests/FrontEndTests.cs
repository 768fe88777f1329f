namespace Earshot.Native.Tests;

public sealed class FrontEndTests
{
    [Fact]
    public void AToneIsLoudestInItsBand()
    {
        var configuration = new FrontEndConfiguration();
        using var frontEnd = new FrontEnd(FrontEndTables.Build(configuration));
        var low = configuration.MelScale.FromHertz(configuration.LowHertz);
        var step = (configuration.MelScale.FromHertz(configuration.HighHertz) - low) / (configuration.Bands + 1);
        foreach (var band in new[] { 8, 15, 27 })
        {
            var centre = configuration.MelScale.ToHertz(low + step * (band + 1));
            var frames = frontEnd.Compute(Sounds.Sine(centre, 10000, 4096));
            Assert.Equal(15, frames.Frames);
            var frame = frames.LogMel.AsSpan(3 * 30, 30).ToArray();
            Assert.Equal(band, Array.IndexOf(frame, frame.Max()));
        }
    }

    [Theory]
    [InlineData(511, 0)]
    [InlineData(512, 1)]
    [InlineData(767, 1)]
    [InlineData(768, 2)]
    [InlineData(16000, 61)]
    public void FramesAreCountedFromTheFirstWholeOne(int samples, int frames)
    {
        using var frontEnd = new FrontEnd(FrontEndTables.Build(new FrontEndConfiguration()));
        Assert.Equal(frames, frontEnd.FrameCount(samples));
        Assert.Equal(frames * 30, frontEnd.Features(new short[samples]).Length);
    }

    [Theory]
    [InlineData(NormalisationMode.Fixed)]
    [InlineData(NormalisationMode.Causal)]
    public void FittedStatisticsGiveFeaturesOfMeanZeroAndDeviationOne(NormalisationMode mode)
    {
        var configuration = new FrontEndConfiguration { Normalisation = mode };
        var clips = Enumerable.Range(1, 8).Select(seed => Sounds.Noise(500 * seed, 16000, seed)).ToArray();
        configuration = configuration with { Statistics = FeatureStatistics.Fit(configuration, clips) };
        using var frontEnd = new FrontEnd(FrontEndTables.Build(configuration));
        var values = clips.SelectMany(clip => frontEnd.Features(clip)).Select(q => q * configuration.FeatureScale).ToArray();
        Assert.Equal(0, values.Average(), 0.02);
        Assert.Equal(1, Math.Sqrt(values.Average(value => value * value)), 0.05);
    }

    [Fact]
    public void TheRunningLevelIsTheModules()
    {
        var configuration = new FrontEndConfiguration
        {
            Normalisation = NormalisationMode.Causal,
            LevelSeconds = 0.3,
            // One int8 step is one step of 1/256, so that a difference of one would show.
            FeatureScale = 1.0 / 256,
            Statistics = new FeatureStatistics(new double[30], [.. Enumerable.Repeat(1.0, 30)], 9.5),
        };
        var tables = FrontEndTables.Build(configuration);
        using var frontEnd = new FrontEnd(tables);
        var frames = frontEnd.Compute(Sounds.Noise(3000, 48000, 5));
        var level = new RunningLevel(tables.LevelRate, tables.LevelStart);
        var compared = 0;
        for (var frame = 0; frame < frames.Frames; frame++)
        {
            var subtract = level.Next(frames.LogMel.AsSpan(frame * 30, 30));
            for (var band = 0; band < 30; band++)
            {
                var expected = frames.LogMel[frame * 30 + band] - subtract;
                Assert.Equal(Math.Clamp(expected, -128, 127), frames.Features[frame * 30 + band]);
                compared += Math.Abs(expected) < 120 ? 1 : 0;
            }
        }

        Assert.True(compared > 200, $"only {compared} values were within the range of int8");
    }

    [Fact]
    public void SilenceIsLeftOutOfTheStatistics()
    {
        var configuration = new FrontEndConfiguration();
        var sound = Sounds.Noise(1000, 16000, 1);
        var alone = FeatureStatistics.Fit(configuration, [sound]);
        var padded = FeatureStatistics.Fit(configuration, [sound, new short[32000]]);
        Assert.Equal(alone.Means, padded.Means);
        Assert.Throws<InputException>(() => FeatureStatistics.Fit(configuration, [new short[32000]]));
    }

    [Fact]
    public void ThreadsDoNotDisturbEachOther()
    {
        using var frontEnd = new FrontEnd(FrontEndTables.Build(new FrontEndConfiguration()));
        var clips = Enumerable.Range(0, 16).Select(seed => Sounds.Noise(4000, 20000, seed)).ToArray();
        var expected = clips.Select(clip => frontEnd.Features(clip)).ToArray();
        Parallel.For(0, 64, i => Assert.Equal(expected[i % 16], frontEnd.Features(clips[i % 16])));
    }

    [Fact]
    public void AFullScaleSineOfOneKilohertzIsZeroDecibels()
    {
        using var meter = new LevelMeter(new FrontEndConfiguration());
        Assert.Equal(0, meter.Equivalent(Sounds.Sine(1000, 32767, 16000)), 0.1);
        Assert.Equal(-40, meter.Equivalent(Sounds.Sine(1000, 327.67, 16000)), 0.1);
        Assert.Equal(-128, meter.Equivalent(new short[16000]));
        Assert.Equal(-128, meter.Equivalent([]));
    }
}
