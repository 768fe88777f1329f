using Earshot.Experiments.Statistics;
using Xunit;

namespace Earshot.Experiments.Tests.Statistics;

/// <summary>Intervals against published and hand-computed values.</summary>
public sealed class IntervalTests
{
    /// <summary>By the formula with z² = 3.841459; for 0 of n the upper end is z² / (n + z²).</summary>
    [Theory]
    [InlineData(0.0, 10, 0.0, 0.277533)]
    [InlineData(0.5, 10, 0.236593, 0.763407)]
    [InlineData(0.9, 400, 0.866690, 0.925702)]
    [InlineData(1.0, 10, 0.722467, 1.0)]
    public void WilsonsIntervalIsThatOfItsFormula(double share, int trials, double low, double high)
    {
        var interval = Interval.Wilson(share, trials);

        Assert.Equal(low, interval.Low, 5);
        Assert.Equal(high, interval.High, 5);
    }

    [Fact]
    public void StudentsIntervalTakesTheQuantileOfFourDegreesForFiveFolds()
    {
        // Mean 0.84, deviation 0.0316228, quantile 2.776445: ± 2.776445 · 0.0316228 / √5.
        var interval = Interval.Student([0.80, 0.82, 0.84, 0.86, 0.88]);

        Assert.Equal(0.84 - 0.0392648, interval!.Low, 5);
        Assert.Equal(0.84 + 0.0392648, interval.High, 5);
    }

    [Fact]
    public void OneValueHasNoInterval() => Assert.Null(Interval.Student([0.9]));

    [Fact]
    public void AnIntervalOfSharesEndsAtOne() => Assert.Equal(1, Interval.Student([0.9, 1.0])!.High);
}
