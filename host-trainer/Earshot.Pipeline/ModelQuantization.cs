using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Quantization;
using Earshot.Training.Distillation;
using Earshot.Training.Evaluation;
using Earshot.Training.Exporting;
using Earshot.Training.Features;
using Earshot.Training.Running;

namespace Earshot.Pipeline;

/// <summary>Makes the int8 model of a trained one: after training, or by quantisation-aware training.</summary>
internal sealed class ModelQuantization
{
    /// <summary>More than this loss of right clips and of right windows calls for quantisation-aware training.</summary>
    private const double Tolerance = 0.005;

    private readonly TrainingOptions _options;
    private readonly FeatureSet _training;
    private readonly FeatureSet _judged;
    private readonly RunFolder _folder;

    /// <param name="options">The options of the run.</param>
    /// <param name="training">The clips that were trained on.</param>
    /// <param name="folder">The run folder.</param>
    internal ModelQuantization(TrainingOptions options, FeatureSet training, RunFolder folder)
    {
        _options = options;
        _training = training;
        _folder = folder;
        _judged = options.ValidationFold is { } fold ? training.Where(clip => clip.Fold == fold) : training;
    }

    /// <summary>Quantises as the options say.</summary>
    /// <param name="trained">The trained model.</param>
    /// <param name="settings">Choices of post-training quantisation.</param>
    /// <param name="teachers">The run's teachers.</param>
    /// <param name="progress">Told of the epochs of quantisation-aware training, if there is any.</param>
    /// <param name="cancellationToken">Ends it; the checkpoint remains.</param>
    internal QuantizationResult Run(
        TrainedModel trained,
        QuantizationOptions settings,
        IReadOnlyList<Teacher> teachers,
        IProgress<TrainingProgress> progress,
        CancellationToken cancellationToken)
    {
        var windows = CalibrationWindows.Of(_training, _options);
        var afterwards = PostTrainingQuantizer.Quantize(trained.Model.Model, _folder.FloatModel, windows, settings);
        cancellationToken.ThrowIfCancellationRequested();
        if (_options.QuantizationMode == QuantizationMode.PostTraining
            || (_options.QuantizationMode == QuantizationMode.Auto && !LosesTooMuch(trained, afterwards)))
        {
            return afterwards;
        }

        // Weights that are to be trained on must stay those of the trained network: no equalisation, no corrected bias.
        var start = PostTrainingQuantizer.Quantize(
            trained.Model.Model, _folder.FloatModel, windows, settings with { Equalize = false, CorrectBias = false });
        var tuned = Trainer.TuneForQuantization(
            _options,
            trained.Model,
            start.Parameters,
            model => OnnxFile.ToBytes(Deploy(model, start)),
            _training,
            _folder.Folder,
            progress,
            teachers,
            cancellationToken);
        var aware = PostTrainingQuantizer.Judge(
            trained.Model.Model, Deploy(tuned.Model, start), _folder.FloatModel, windows, start, settings);
        return _options.QuantizationMode == QuantizationMode.Aware || IsBetter(aware, afterwards) ? aware : afterwards;
    }

    private ModelProto Deploy(FloatModel model, QuantizationResult start) =>
        PostTrainingQuantizer.Quantize(model.Model, _folder.FloatModel, start.Parameters);

    /// <summary>
    /// Whether rounding costs more than half a point, on the validation fold or else on the training clips. Windows must
    /// agree with clips: of a few dozen clips one alone is more than that.
    /// </summary>
    private bool LosesTooMuch(TrainedModel trained, QuantizationResult quantized)
    {
        var before = Evaluate(trained.Model.Model);
        var after = Evaluate(quantized.Model);
        return before.ClipAccuracy - after.ClipAccuracy > Tolerance && before.WindowAccuracy - after.WindowAccuracy > Tolerance;
    }

    private bool IsBetter(QuantizationResult left, QuantizationResult right)
    {
        var (first, second) = (Evaluate(left.Model), Evaluate(right.Model));
        return (first.ClipAccuracy, first.WindowAccuracy).CompareTo((second.ClipAccuracy, second.WindowAccuracy)) > 0;
    }

    private EvaluationResult Evaluate(ModelProto model)
    {
        using var scorer = new WindowScorer(OnnxFile.ToBytes(model), _options.Threads);
        var evaluator = new WindowEvaluator(_options.Gate, _options.WindowFrames, Math.Max(1, _options.WindowFrames / 4), _options.DecisionRule);
        return evaluator.Evaluate(scorer, _judged);
    }
}
