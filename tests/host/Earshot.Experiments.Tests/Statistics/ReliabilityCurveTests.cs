using Earshot.Experiments.Statistics;
using Xunit;

namespace Earshot.Experiments.Tests.Statistics;

/// <summary>Bins and the expected calibration error, by hand.</summary>
public sealed class ReliabilityCurveTests
{
    [Fact]
    public void TheErrorWeighsBinsByTheirDecisions()
    {
        // Bin (0.5, 0.75]: confidences 0.625 and 0.75, one right. Bin (0.75, 1]: confidence 1, right.
        var curve = ReliabilityCurve.Of(
            [Decisions.Binary(1, 0.625f), Decisions.Binary(0, 0.75f), Decisions.Binary(1, 1f)], bins: 4);

        Assert.Equal([0, 0, 2, 1], curve.Bins.Select(bin => bin.Count));
        Assert.Equal(0.6875, curve.Bins[2].Confidence, 12);
        Assert.Equal(0.5, curve.Bins[2].Accuracy, 12);
        Assert.Equal(2 / 3.0 * 0.1875, curve.ExpectedCalibrationError, 12);
    }

    [Fact]
    public void CertainAndRightIsCalibrated() =>
        Assert.Equal(0, ReliabilityCurve.Of([Decisions.Binary(1, 1f), Decisions.Binary(0, 0f)]).ExpectedCalibrationError);
}
