using Earshot.Onnx.Proto;
using Earshot.Quantization.Calibration;
using Earshot.Quantization.Execution;
using Earshot.Quantization.Preparation;
using Earshot.Quantization.Rewriting;

namespace Earshot.Quantization;

/// <summary>
/// Quantises a trained float model to int8 QDQ. Ranges come from calibration windows, which must be training windows:
/// the quantiser picks among its methods by agreement with the float model on them.
/// </summary>
public static class PostTrainingQuantizer
{
    /// <summary>Quantises a model.</summary>
    /// <param name="model">A float ONNX classifier whose input is [N, 1, frames, bands].</param>
    /// <param name="origin">The file, for errors.</param>
    /// <param name="calibration">Training windows, with the front end's scale and zero point.</param>
    /// <param name="options">The choices.</param>
    /// <exception cref="InputException">The model cannot be quantised.</exception>
    public static QuantizationResult Quantize(ModelProto model, string origin, FeatureWindows calibration, QuantizationOptions options)
    {
        if (calibration.Count == 0)
        {
            throw new InputException(origin, "there are no windows to calibrate with.", "Give at least one training clip that is longer than a window.");
        }

        var windows = calibration.Spread(options.Windows);
        var prepared = InferenceGraph.Prepare(model, origin);
        var reference = Probabilities.Of(prepared, origin, windows, options.BandsFirst, RunnerArithmetic.AsWritten);
        QuantizationResult? best = null;
        List<QuantizationTrial> trials = [];
        foreach (var equalize in Choices(options.Equalize))
        {
            var network = equalize ? CrossLayerEqualization.Apply(prepared) : prepared;
            if (equalize && options.Equalize is null && ReferenceEquals(network, prepared))
            {
                continue;
            }

            var plan = new QuantizationPlan(network.Graph);
            var histograms = ActivationObserver.Observe(network, plan, windows, origin, options.BandsFirst);
            foreach (var method in options.Method is { } only ? [only] : Enum.GetValues<CalibrationMethod>())
            {
                var parameters = plan.Parameters(Ranges(plan, histograms, method), calibration.Parameters);
                foreach (var correct in Choices(options.CorrectBias))
                {
                    var source = correct ? BiasCorrection.Apply(network, plan, parameters, windows, origin, options.BandsFirst) : network;
                    var quantized = QdqWriter.Write(source, plan, parameters, origin);
                    var probabilities = Probabilities.Of(quantized, origin, windows, options.BandsFirst, RunnerArithmetic.Fused);
                    var trial = new QuantizationTrial(
                        method, equalize, correct, reference.SameClass(probabilities), reference.Divergence(probabilities));
                    trials.Add(trial);
                    if (best is null || trial.Divergence < best.Chosen.Divergence)
                    {
                        best = new QuantizationResult(quantized, trial, trials);
                    }
                }
            }
        }

        return best!;
    }

    private static bool[] Choices(bool? option) => option is { } only ? [only] : [false, true];

    private static Dictionary<string, ActivationRange> Ranges(
        QuantizationPlan plan, IReadOnlyDictionary<string, ActivationHistogram> histograms, CalibrationMethod method)
    {
        var ranges = histograms.ToDictionary(pair => pair.Key, pair => RangeChooser.Choose(pair.Value, method));
        ranges[plan.Input] = default;
        return ranges;
    }
}
