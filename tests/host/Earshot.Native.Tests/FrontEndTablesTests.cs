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
    public void NeighbouringBandsAddUpToOneBetweenTheirCentres(MelScale scale)
    {
        var tables = FrontEndTables.Build(new FrontEndConfiguration { MelScale = scale, Bands = 20, FftSize = 1024, FrameSamples = 1024 });
        var sums = new double[513];
        var weight = 0;
        foreach (var (first, bins) in tables.Bands)
        {
            for (var i = 0; i < bins; i++)
            {
                sums[first + i] += tables.BandWeights[weight++];
            }
        }

        Assert.Equal(weight, tables.BandWeights.Length);
        Assert.All(Enumerable.Range(20, 400), bin => Assert.Equal(1, sums[bin], 5));
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
        foreach (var fft in new[] { 256, 512, 1024 })
        {
            foreach (var bands in new[] { 1, 30, 64, 128, 256 })
            {
                var tables = FrontEndTables.Build(new FrontEndConfiguration { FftSize = fft, FrameSamples = 256, HopSamples = 128, Bands = bands });
                using var frontEnd = new FrontEnd(tables);
                Assert.Equal(bands, frontEnd.Bands);
                Assert.All(tables.Bands, band => Assert.True(band.Bins >= 1));
            }
        }
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
