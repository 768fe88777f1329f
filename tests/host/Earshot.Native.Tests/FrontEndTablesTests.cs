namespace Earshot.Native.Tests;

public sealed class FrontEndTablesTests
{
    [Theory]
    [InlineData(MelScale.Htk, 1000, 999.9855)]
    [InlineData(MelScale.Slaney, 1000, 15)]
    [InlineData(MelScale.Slaney, 6400, 42)]
    [InlineData(MelScale.Slaney, 200, 3)]
    public void MelScalesHaveTheirPublishedValues(MelScale scale, double hertz, double mel)
    {
        Assert.Equal(mel, scale.FromHertz(hertz), 3);
        Assert.Equal(hertz, scale.ToHertz(mel), 1);
    }

    [Theory]
    [InlineData(MelScale.Htk)]
    [InlineData(MelScale.Slaney)]
    public void ABinLiesBetweenThePeaksOfTheTrianglesThatShareIt(MelScale scale)
    {
        var configuration = new FrontEndConfiguration { MelScale = scale, Bands = 20, FftSize = 1024, FrameSamples = 1024 };
        var tables = FrontEndTables.Build(configuration);
        var (peaks, firstBand) = MelFilterBank.Peaks(configuration);
        Assert.Equal(firstBand, tables.FirstBand);
        Assert.Equal(scale.ToHertz(scale.FromHertz(50)) * 1024 / 16000, peaks[firstBand - 1], 6);
        Assert.Equal(7800.0 * 1024 / 16000, peaks[firstBand + 20], 6);
        var covered = 1;
        for (var i = 0; i < tables.Triangles.Length; i++)
        {
            var triangle = tables.Triangles[i];
            Assert.Equal(covered, triangle.FirstBin);
            for (var bin = covered; bin < covered + triangle.Bins; bin++)
            {
                var rise = (triangle.RiseOffset + (bin - covered) * (double)triangle.RiseSlope) / Math.Pow(2, 32);
                Assert.Equal((bin - peaks[i]) / (peaks[i + 1] - peaks[i]), rise, 1e-6);
                Assert.InRange(rise, 0, 1);
            }

            covered += triangle.Bins;
        }

        Assert.Equal(512, covered);
    }

    [Fact]
    public void TheLevelFollowsTheACurve()
    {
        var tables = FrontEndTables.Build(new FrontEndConfiguration());
        for (var i = 0; i + 1 < tables.Triangles.Length; i++)
        {
            var triangle = tables.Triangles[i];
            for (var bin = 0; bin < triangle.Bins; bin++)
            {
                var rise = (triangle.RiseOffset + bin * (double)triangle.RiseSlope) / Math.Pow(2, 32);
                var weight = ((1 - rise) * triangle.LevelWeight + rise * tables.Triangles[i + 1].LevelWeight) / Math.Pow(2, 31);
                var hertz = (triangle.FirstBin + bin) * 16000.0 / 512;
                // Below, the curve is steep between two peaks; the standard allows ±1.5 dB there.
                Assert.Equal(0, 10 * Math.Log10(weight / LevelWeighting.PowerOfA(hertz)), hertz < 300 ? 1 : 0.1);
            }
        }
    }

    // IEC 61672-1, table 3.
    [Theory]
    [InlineData(31.623, -39.4)]
    [InlineData(125.89, -16.1)]
    [InlineData(1000, 0)]
    [InlineData(2511.9, 1.3)]
    [InlineData(7943.3, -1.1)]
    public void AWeightingHasItsStandardValues(double hertz, double decibels) =>
        Assert.Equal(decibels, 10 * Math.Log10(LevelWeighting.PowerOfA(hertz)), 0.05);

    [Fact]
    public void EveryBandOfAnyConfigurationHearsSomething()
    {
        var noise = Sounds.Noise(20000, 4096, 3);
        foreach (var fft in new[] { 256, 512, 1024 })
        {
            foreach (var bands in new[] { 1, 30, 64, 122, 247 }.Where(bands => bands < fft / 2 - 5))
            {
                var configuration = new FrontEndConfiguration { FftSize = fft, FrameSamples = 256, HopSamples = 128, Bands = bands };
                using var frontEnd = new FrontEnd(FrontEndTables.Build(configuration));
                Assert.Equal(bands, frontEnd.Bands);
                Assert.DoesNotContain((short)(4 * 256), frontEnd.Compute(noise).LogMel);
            }
        }
    }

    [Fact]
    public void MoreBandsThanBinsAreRefused()
    {
        var configuration = new FrontEndConfiguration { FftSize = 256, FrameSamples = 256, Bands = 128 };
        var error = Assert.Throws<InputException>(() => FrontEndTables.Build(configuration));
        Assert.Contains("Bands is 128", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(FrontEndConfiguration.FftSize), 500)]
    [InlineData(nameof(FrontEndConfiguration.FrameSamples), 600)]
    [InlineData(nameof(FrontEndConfiguration.HopSamples), 0)]
    [InlineData(nameof(FrontEndConfiguration.Bands), 257)]
    [InlineData(nameof(FrontEndConfiguration.SampleRate), 10)]
    public void ASettingOutOfRangeIsNamed(string setting, int value)
    {
        var configuration = new FrontEndConfiguration();
        configuration = setting switch
        {
            nameof(FrontEndConfiguration.FftSize) => configuration with { FftSize = value },
            nameof(FrontEndConfiguration.FrameSamples) => configuration with { FrameSamples = value },
            nameof(FrontEndConfiguration.HopSamples) => configuration with { HopSamples = value },
            nameof(FrontEndConfiguration.Bands) => configuration with { Bands = value },
            _ => configuration with { SampleRate = value },
        };
        var error = Assert.Throws<InputException>(() => FrontEndTables.Build(configuration));
        Assert.Contains($"{setting} is {value}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AHighestFrequencyBeyondHalfTheRateIsRefused() =>
        Assert.Contains(
            "HighHertz is 9000",
            Assert.Throws<InputException>(() => FrontEndTables.Build(new FrontEndConfiguration { HighHertz = 9000 })).Message,
            StringComparison.Ordinal);
}
