using Earshot.Quantization.Calibration;

namespace Earshot.Quantization;

/// <summary>One way to quantise a model and how well it agreed with the float model on the calibration windows.</summary>
/// <param name="Method">How ranges were chosen.</param>
/// <param name="Equalized">Whether channel ranges were equalised.</param>
/// <param name="BiasCorrected">Whether biases were corrected.</param>
/// <param name="SameClass">The fraction of windows with the same best class, 0 to 1.</param>
/// <param name="Divergence">The mean Kullback-Leibler divergence of the probabilities from those of the float model, in nats.</param>
public sealed record QuantizationTrial(CalibrationMethod Method, bool Equalized, bool BiasCorrected, double SameClass, double Divergence);
