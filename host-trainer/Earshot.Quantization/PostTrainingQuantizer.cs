using Earshot.Onnx;
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
                        best = new QuantizationResult(quantized, trial, trials) { Parameters = parameters };
                    }
                }
            }
        }

        return best!;
    }

    /// <summary>Quantises a model whose weights were trained for fixed scales and zero points.</summary>
    /// <param name="model">A float ONNX model of the same tensors as the one that the parameters are of.</param>
    /// <param name="origin">The file, for errors.</param>
    /// <param name="parameters">Scale and zero point of every activation: <see cref="QuantizationResult.Parameters"/>.</param>
    /// <exception cref="InputException">The model cannot be quantised.</exception>
    /// <exception cref="ArgumentException">A tensor has no parameters: the model is another one.</exception>
    public static ModelProto Quantize(
        ModelProto model, string origin, IReadOnlyDictionary<string, QuantizationParameters> parameters)
    {
        var prepared = InferenceGraph.Prepare(model, origin);
        var plan = new QuantizationPlan(prepared.Graph);
        return plan.Tensors.FirstOrDefault(tensor => !parameters.ContainsKey(tensor)) is { } missing
            ? throw new ArgumentException($"There are no parameters for tensor '{missing}'.", nameof(parameters))
            : QdqWriter.Write(prepared, plan, parameters, origin);
    }

    /// <summary>Says of a model that was trained for int8 how well it agrees with the float model.</summary>
    /// <param name="model">The float model.</param>
    /// <param name="quantized">The QDQ model whose weights were trained.</param>
    /// <param name="origin">The file, for errors.</param>
    /// <param name="calibration">Training windows.</param>
    /// <param name="start">Whose parameters it was trained for.</param>
    /// <param name="options">The choices that those were made with.</param>
    public static QuantizationResult Judge(
        ModelProto model,
        ModelProto quantized,
        string origin,
        FeatureWindows calibration,
        QuantizationResult start,
        QuantizationOptions options)
    {
        var windows = calibration.Spread(options.Windows);
        var reference = Probabilities.Of(InferenceGraph.Prepare(model, origin), origin, windows, options.BandsFirst, RunnerArithmetic.AsWritten);
        var probabilities = Probabilities.Of(quantized, origin, windows, options.BandsFirst, RunnerArithmetic.Fused);
        var trial = start.Chosen with
        {
            SameClass = reference.SameClass(probabilities),
            Divergence = reference.Divergence(probabilities),
        };
        return new QuantizationResult(quantized, trial, start.Trials) { Parameters = start.Parameters, IsTrained = true };
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
