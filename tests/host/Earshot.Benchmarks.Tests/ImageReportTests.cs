using Earshot.Benchmarks.Measuring;

namespace Earshot.Benchmarks.Tests;

public sealed class ImageReportTests
{
    [Fact]
    public void Numbers_are_found_by_name()
    {
        var report = new ImageReport(["stack 700\r", "same 1", "a warning of the emulator", ""]);

        Assert.Equal(700, report["stack"]);
        Assert.True(report.IsSame);
        Assert.False(report.IsTooLarge);
        Assert.Contains("'macs'", Assert.Throws<InvalidDataException>(() => report["macs"]).Message);
    }

    [Fact]
    public void Names_may_have_blanks() => Assert.Equal(204, new ImageReport(["front-end stack 204"])["front-end stack"]);

    [Fact]
    public void Refusal_is_a_status()
    {
        Assert.Equal(-18, new ImageReport(["refused 18"]).Refusal);
        Assert.Equal(0, new ImageReport(["same 1"]).Refusal);
    }

    [Fact]
    public void Too_large_is_told_apart() => Assert.True(new ImageReport(["too-large 1"]).IsTooLarge);
}
