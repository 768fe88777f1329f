namespace Earshot.Quantization.Calibration;

/// <summary>How the range of an activation is chosen from the values that were seen.</summary>
public enum CalibrationMethod
{
    /// <summary>From the smallest to the largest value.</summary>
    MinimumMaximum,

    /// <summary>Without the outermost 0.01 % at each side.</summary>
    Percentile,

    /// <summary>The range with the smallest mean squared error after quantisation.</summary>
    MeanSquaredError,
}
