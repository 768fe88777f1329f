using Earshot.Native;
using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Quantization;
using Earshot.Quantization.Execution;
using Earshot.Training.Evaluation;
using Earshot.Training.Features;

namespace Earshot.Pipeline;

/// <summary>Evaluates the three forms of a model with one rule for clips, and counts how often two of them agree.</summary>
public static class ModelEvaluator
{
    /// <summary>Evaluates the models that lie in a run's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="configuration">Its configuration: how clips are decided.</param>
    /// <param name="clips">The clips.</param>
    /// <param name="cancellationToken">Ends the work after the current form.</param>
    /// <exception cref="InputException">A model is damaged, or the three are not of one run.</exception>
    public static ModelEvaluation Evaluate(
        RunFolder folder, RunConfiguration configuration, FeatureSet clips, CancellationToken cancellationToken) => Evaluate(
        File.ReadAllBytes(folder.FloatModel),
        OnnxFile.Load(folder.QuantizedModel),
        File.ReadAllBytes(folder.Pack),
        folder.Folder,
        configuration,
        clips,
        cancellationToken);

    /// <summary>Evaluates them.</summary>
    /// <param name="floatModel">The float ONNX model.</param>
    /// <param name="quantized">The int8 QDQ model.</param>
    /// <param name="pack">The model pack.</param>
    /// <param name="origin">The run folder, for errors.</param>
    /// <param name="configuration">How clips are decided.</param>
    /// <param name="clips">The clips.</param>
    /// <param name="cancellationToken">Ends the work after the current form.</param>
    /// <exception cref="InputException">A model is damaged, or the three are not of one run.</exception>
    public static ModelEvaluation Evaluate(
        byte[] floatModel,
        ModelProto quantized,
        byte[] pack,
        string origin,
        RunConfiguration configuration,
        FeatureSet clips,
        CancellationToken cancellationToken)
    {
        var options = configuration.Training;
        var rule = new WindowEvaluator(options.Gate, options.WindowFrames, options.DecisionHopFrames, options.DecisionRule);
        using var model = Model.Open(pack, origin);
        CheckSameRun(model, configuration, origin);
        using var scorer = new WindowScorer(floatModel, options.Threads);
        var inFloat = rule.Evaluate(scorer, clips);
        cancellationToken.ThrowIfCancellationRequested();

        var outputs = ClassifierOutputs.Find(quantized, origin);
        using var runner = new ModelRunner(
            quantized, origin, [(outputs.Logits, TensorProto.Types.DataType.Float)], arithmetic: RunnerArithmetic.Fused);
        var agreement = new LogitAgreement(0, 0, 0, 0, 0);
        using var board = new PackScorer(model, options.WindowFrames);
        var inRuntime = rule.Evaluate(clips, clip =>
        {
            var logits = runner.Floats(Windows(clip, options.WindowFrames, options.DecisionHopFrames, clips), outputs.Logits);
            var steps = Array.ConvertAll(logits, logit => (sbyte)MathF.Round((logit / model.LogitsScale) + model.LogitsZeroPoint));
            agreement = agreement.With(steps, board.Logits(clip), clips.Labels.Count);
            return Probabilities.FromLogits(logits, logits.Length / clips.Labels.Count).Values;
        });
        cancellationToken.ThrowIfCancellationRequested();
        var inModule = rule.Evaluate(clips, board.Probabilities);
        return new ModelEvaluation(inFloat, inRuntime, inModule, agreement);
    }

    private static FeatureWindows Windows(FeatureClip clip, int frames, int hop, FeatureSet set)
    {
        var count = QuietGate.WindowCount(clip.Frames, frames, hop);
        var size = frames * set.Bands;
        var values = new sbyte[count * size];
        for (var window = 0; window < count; window++)
        {
            clip.Values.AsSpan(window * hop * set.Bands, size).CopyTo(values.AsSpan(window * size));
        }

        return new FeatureWindows(values, frames, set.Bands, new QuantizationParameters(set.Scale, (sbyte)set.ZeroPoint));
    }

    private static void CheckSameRun(Model model, RunConfiguration configuration, string origin)
    {
        var options = configuration.Training;
        var fits = model.Classes.Select(item => item.Label).SequenceEqual(configuration.Labels)
            && model.Bands == configuration.FrontEnd.Bands
            && model.WindowColumns <= options.WindowFrames
            && model.DecisionHop == options.DecisionHopFrames;
        if (!fits)
        {
            throw new InputException(
                origin, "model.earshot and run.json are not of one run.", "Train again, or restore the files that belong together.");
        }
    }
}
