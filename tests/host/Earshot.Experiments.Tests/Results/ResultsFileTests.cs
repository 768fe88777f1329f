using Earshot.Experiments.Results;
using Earshot.TestSupport;
using Xunit;

namespace Earshot.Experiments.Tests.Results;

/// <summary>What is written can be read, and damage is named.</summary>
public sealed class ResultsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AResultComesBackAsItWasWritten()
    {
        var written = ExampleResult.Create();

        ResultsFile.Save(_folder.FullPath, written);
        var read = ResultsFile.Load(_folder.FullPath);

        Assert.Equivalent(written, read, strict: true);
    }

    [Fact]
    public void SummariesFollowFromTheRuns()
    {
        var result = ExampleResult.Create();

        Assert.Equal(0.75, result.Pack.Accuracy.Mean);
        Assert.Equal(0.5, result.Pack.Foreground!.Mean);
        Assert.Equal(1, result.Pack.Background!.Mean);
        Assert.Equal([[3, 1], [1, 3]], result.Pack.Confusion);
        Assert.Equal(1, result.Pack.EnsembleAccuracy);
    }

    [Fact]
    public void AFolderWithoutResultsIsNamed() =>
        Assert.Contains("results.json", Assert.Throws<InputException>(() => ResultsFile.Load(_folder.FullPath)).Message);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "format": 99 }""")]
    [InlineData("""{ "format": 1, "colour": "red" }""")]
    public void DamageIsNamed(string text)
    {
        File.WriteAllText(Path.Combine(_folder.FullPath, ResultsFile.Name), text);

        Assert.Contains("cannot be read", Assert.Throws<InputException>(() => ResultsFile.Load(_folder.FullPath)).Message);
    }
}
