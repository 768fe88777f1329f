using Earshot.Experiments.Statistics;
using Xunit;

namespace Earshot.Experiments.Tests.Statistics;

/// <summary>Curves against scikit-learn's documented example and by hand.</summary>
public sealed class RocCurveTests
{
    /// <summary>The example of scikit-learn's <c>roc_auc_score</c>: labels 0 0 1 1, scores 0.1 0.4 0.35 0.8, area 0.75.</summary>
    [Fact]
    public void TheAreaIsThatOfTheKnownExample()
    {
        var curve = RocCurve.Of("one", 1, [Decisions.Binary(0, 0.1f), Decisions.Binary(0, 0.4f), Decisions.Binary(1, 0.35f), Decisions.Binary(1, 0.8f)]);

        Assert.Equal(0.75, curve.Area);
        Assert.Equal(
            [new RocPoint(0, 0), new RocPoint(0, 0.5), new RocPoint(0.5, 0.5), new RocPoint(0.5, 1), new RocPoint(1, 1)], curve.Points);
    }

    [Fact]
    public void TiesCountHalf()
    {
        var curve = RocCurve.Of("one", 1, [Decisions.Binary(0, 0.5f), Decisions.Binary(1, 0.5f)]);

        Assert.Equal(0.5, curve.Area);
        Assert.Equal([new RocPoint(0, 0), new RocPoint(1, 1)], curve.Points);
    }

    [Fact]
    public void PointsOnALineAreLeftOut()
    {
        var curve = RocCurve.Of("one", 1, [Decisions.Binary(1, 0.9f), Decisions.Binary(1, 0.8f), Decisions.Binary(0, 0.2f), Decisions.Binary(0, 0.1f)]);

        Assert.Equal(1, curve.Area);
        Assert.Equal([new RocPoint(0, 0), new RocPoint(0, 1), new RocPoint(1, 1)], curve.Points);
    }

    [Fact]
    public void AClassWithoutClipsHasNoArea() => Assert.Null(RocCurve.Of("one", 1, [Decisions.Binary(0, 0.5f)]).Area);
}
