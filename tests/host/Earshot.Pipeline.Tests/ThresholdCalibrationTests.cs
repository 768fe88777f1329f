using Xunit;

namespace Earshot.Pipeline.Tests;

public sealed class ThresholdCalibrationTests
{
    [Fact]
    public void TheThresholdLiesBetweenTheClassAndTheOthers()
    {
        (float, bool)[] clips = [(0.9f, true), (0.45f, true), (0.36f, false), (0.1f, false)];

        var threshold = ThresholdCalibration.Best(clips);

        Assert.InRange(threshold, 0.37, 0.45);
    }

    [Theory]
    [InlineData(0.99f, 0.01f)]
    [InlineData(0.2f, 0.1f)]
    public void TheThresholdStaysWithinItsBounds(float ofClass, float ofOthers)
    {
        var threshold = ThresholdCalibration.Best([(ofClass, true), (ofOthers, false)]);

        Assert.InRange(threshold, ThresholdCalibration.Lowest, ThresholdCalibration.Highest);
    }
}
