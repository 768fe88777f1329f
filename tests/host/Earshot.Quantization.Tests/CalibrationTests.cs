using Earshot.Quantization.Calibration;
using Earshot.Quantization.References;
using Earshot.Quantization.Rewriting;

namespace Earshot.Quantization.Tests;

public class CalibrationTests
{
    private static ActivationHistogram Histogram(float[] values)
    {
        var histogram = new ActivationHistogram(new ActivationRange(values.Min(), values.Max()));
        histogram.Add(values);
        return histogram;
    }

    [Fact]
    public void The_full_range_always_holds_zero() =>
        Assert.Equal(new ActivationRange(0, 5), RangeChooser.Choose(Histogram([2, 3, 5]), CalibrationMethod.MinimumMaximum));

    [Fact]
    public void Outliers_are_cut_by_percentile_and_by_error()
    {
        float[] values = [.. new RandomWeights(1).Normals(100_000, 1), 60];
        var histogram = Histogram(values);
        Assert.Equal(60, RangeChooser.Choose(histogram, CalibrationMethod.MinimumMaximum).Maximum);
        Assert.InRange(RangeChooser.Choose(histogram, CalibrationMethod.Percentile).Maximum, 3, 5);
        Assert.InRange(RangeChooser.Choose(histogram, CalibrationMethod.MeanSquaredError).Maximum, 3, 59);
    }

    [Fact]
    public void The_range_of_least_error_has_least_error()
    {
        var values = new RandomWeights(2).Normals(50_000, 1).Select(value => value * value * value).ToArray();
        var histogram = Histogram(values);
        var chosen = Error(values, RangeChooser.Choose(histogram, CalibrationMethod.MeanSquaredError));
        Assert.True(chosen < Error(values, RangeChooser.Choose(histogram, CalibrationMethod.MinimumMaximum)));
        Assert.True(chosen < Error(values, new ActivationRange(-3, 3)));
    }

    [Fact]
    public void Exact_zeros_do_not_count_as_error()
    {
        var histogram = Histogram([0, 0, 0, 1, 2]);
        Assert.Equal(3, histogram.Zeros);
        Assert.Equal(2, histogram.Counts.ToArray().Sum());
    }

    private static double Error(float[] values, ActivationRange range)
    {
        var parameters = Onnx.QuantizationParameters.FromRange(range.Minimum, range.Maximum);
        return values.Sum(value => Math.Pow(value - parameters.Dequantize(parameters.Quantize(value)), 2));
    }
}
