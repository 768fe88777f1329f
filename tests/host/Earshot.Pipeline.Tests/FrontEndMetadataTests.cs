using Earshot.Native;
using Xunit;

namespace Earshot.Pipeline.Tests;

public sealed class FrontEndMetadataTests
{
    [Fact]
    public void AFrontEndSurvivesTheModel()
    {
        var written = new FrontEndConfiguration
        {
            Bands = 2,
            LowHertz = 123.5,
            Normalisation = NormalisationMode.Causal,
            Statistics = new FeatureStatistics([1.25, 2], [0.5, 1.0 / 3], 17.1),
        };

        var read = FrontEndMetadata.Read(FrontEndMetadata.Of(written), "model.onnx");

        Assert.Equal(written with { Statistics = null }, read with { Statistics = null });
        Assert.Equal(written.Statistics.Means, read.Statistics!.Means);
        Assert.Equal(written.Statistics.Deviations, read.Statistics.Deviations);
        Assert.Equal(written.Statistics.StartLevel, read.Statistics.StartLevel);
    }

    [Theory]
    [InlineData("{\"Bandz\": 30}", "Bandz")]
    [InlineData("{\"Bands\": 0}", "Bands")]
    [InlineData("not JSON", "front end")]
    public void AFaultyFrontEndIsNamed(string json, string expected)
    {
        var error = Assert.Throws<InputException>(() => FrontEndMetadata.Parse(json, "front-end.json"));

        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public void AModelThatRecordsNoneIsRefused()
    {
        var error = Assert.Throws<InputException>(() => FrontEndMetadata.Read(new Dictionary<string, string>(), "theirs.onnx"));

        Assert.Contains("theirs.onnx", error.Message);
        Assert.Contains("--front-end", error.Remedy);
    }
}
