namespace Earshot.Emulator.Tests;

/// <summary>What device code means, where nanoCLR differs from .NET.</summary>
public sealed class LanguageTests
{
    [Fact]
    public void ConsoleGoesToTheDebugChannel()
    {
        using var run = ScenarioRun.Of("hello");
        Assert.Equal(["hello"], run.Host.Texts);
        Assert.Equal(["printed"], run.Board.Console.Lines);
    }

    [Fact]
    public void CodeRunsAsOnNanoClr() => Assert.Equal(
        [
            "enum 7 7 7",
            "format 1.500 00FF   7|",
            "unchecked 4",
            "table 14",
            "list 2b2",
            "shape 9 square of 3",
            "closure 9",
            "switch twomany",
            "divide caught",
            "finally",
            "single True",
        ],
        ScenarioRun.Reports("language"));

    [Fact]
    public void HashCodesAndRandomNumbersAreTheSameInEveryRun()
    {
        var first = ScenarioRun.Reports("hash");
        Assert.Equal(first, ScenarioRun.Reports("hash"));
        // FNV-1a of "abc" as UTF-16 units, then identities in order of use.
        Assert.StartsWith("440920331 1 2 3000 42", first[0], StringComparison.Ordinal);
        using var other = new ScenarioRun("hash", seed: 2);
        other.Board.Run(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first[1], other.Host.Texts[1]);
    }

    [Fact]
    public void StaticFieldsBelongToTheirBoard()
    {
        Assert.Equal(["1 1", "7"], ScenarioRun.Reports("statics"));
        Assert.Equal(["1 1", "7"], ScenarioRun.Reports("statics"));
    }

    [Fact]
    public void ClocksShowVirtualTime()
    {
        var texts = ScenarioRun.Reports("clock")[0].Split(' ');
        Assert.InRange(double.Parse(texts[0]), 2500, 2501);
        Assert.Equal("2500", texts[1]);
        Assert.Equal("2026", texts[2]);
    }
}
