using Earshot.Experiments.Statistics;
using Xunit;

namespace Earshot.Experiments.Tests.Statistics;

/// <summary>Precision and recall by hand.</summary>
public sealed class ClassMetricsTests
{
    /// <summary>The confusion matrix of scikit-learn's <c>classification_report</c> example: 0 1 2 2 2 taken for 0 0 2 2 1.</summary>
    [Fact]
    public void TheyAreThoseOfTheKnownExample()
    {
        var metrics = ClassMetrics.Of(["a", "b", "c"], [[1, 0, 0], [1, 0, 0], [0, 1, 2]]);

        Assert.Equal([0.5, 0, 1], metrics.Select(item => item.Precision));
        Assert.Equal([1, 0, 2 / 3.0], metrics.Select(item => item.Recall));
        Assert.Equal([2 / 3.0, 0, 0.8], metrics.Select(item => item.F1));
        Assert.Equal([1, 1, 3], metrics.Select(item => item.Clips));
    }
}
