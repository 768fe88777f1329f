using Earshot.Native;
using Earshot.Onnx;
using Earshot.Packing;
using Earshot.Packing.Import;
using Earshot.Quantization;
using Earshot.Training.Distillation;
using Earshot.Training.Features;
using Earshot.Training.Running;

namespace Earshot.Pipeline;

/// <summary>From a dataset to a model pack: features, training, quantisation, packing, evaluation on the held-out fold.</summary>
public static class TrainingPipeline
{
    /// <summary>Runs it. A run that was cancelled goes on where it was when it is asked for again with the same request.</summary>
    /// <exception cref="InputException">The data, an option or the folder is unfit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the checkpoint remains in the folder.</exception>
    public static TrainingOutcome Run(TrainingRequest request, ITrainingObserver observer, CancellationToken cancellationToken)
    {
        var frontEnd = DefaultFrontEnd.For(request.Options.Model, request.FrontEnd);
        // Before the features: what cannot be started from is not worth the wait.
        var pretrained = LoadPretrained(request, frontEnd);
        var split = request.Split;
        var clips = split.Training.Count + split.HeldOut.Count + (request.Auxiliary?.Clips.Count ?? 0);
        observer.Report(TrainingStage.Features, 0, "measuring levels");
        var features = SplitFeatures.Compute(
            frontEnd,
            split.Dataset.Labels,
            split.Training,
            split.HeldOut,
            request.Options.WindowFrames,
            request.Auxiliary,
            done => observer.Report(TrainingStage.Features, done, $"{(int)(done * clips)} of {clips} clips"),
            cancellationToken);
        return Run(request, features, pretrained, observer, cancellationToken);
    }

    /// <summary>Runs it with features that are known already.</summary>
    /// <param name="request">The request; its features have been computed from its split with its front end.</param>
    /// <param name="features">The features of the split.</param>
    /// <param name="observer">Told how far it is.</param>
    /// <param name="cancellationToken">Ends it; the checkpoint remains.</param>
    /// <exception cref="InputException">The data, an option or the folder is unfit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the checkpoint remains in the folder.</exception>
    public static TrainingOutcome Run(
        TrainingRequest request, SplitFeatures features, ITrainingObserver observer, CancellationToken cancellationToken) =>
        Run(request, features, LoadPretrained(request, features.FrontEnd), observer, cancellationToken);

    private static TrainingOutcome Run(
        TrainingRequest request,
        SplitFeatures features,
        PretrainedModel? pretrained,
        ITrainingObserver observer,
        CancellationToken cancellationToken)
    {
        var split = request.Split;
        var labels = split.Dataset.Labels;
        Teacher[] teachers = [.. request.Teachers.Select(LoadTeacher)];
        Teacher[] whole = features.Auxiliary is null ? teachers : [.. request.Teachers.Select(WholeTeacher.Load)];
        var (frontEnd, training, heldOut) = (features.FrontEnd, features.Training, features.HeldOut);
        Directory.CreateDirectory(request.Folder);
        var trained = Trainer.Run(request.Options, features.Learnt, request.Folder, new Epochs(observer, TrainingStage.Training), whole, pretrained, cancellationToken);
        observer.Report(TrainingStage.Training, 1, $"{trained.History.Count} epochs");

        observer.Report(TrainingStage.Quantization, 0, "choosing int8 ranges");
        var folder = new RunFolder(request.Folder);
        var quantized = new ModelQuantization(request.Options, training, folder).Run(
            trained, request.Quantization, teachers, new Epochs(observer, TrainingStage.Quantization), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        observer.Report(TrainingStage.Quantization, 0.6, "packing");
        var configuration = new RunConfiguration
        {
            Dataset = split.Dataset.Name,
            Labels = labels,
            AuxiliaryLabels = features.Auxiliary?.Labels ?? [],
            HeldOutFold = split.Fold,
            TrainingClips = split.Training.Count,
            FrontEnd = frontEnd,
            Training = request.Options,
            Teachers = [.. whole.Select(teacher => new ModelReference(teacher.Origin, teacher.Hash))],
            Pretrained = pretrained is null ? null : new ModelReference(pretrained.Origin, pretrained.Hash),
            Command = request.Command,
        };
        var packed = Pack(quantized, configuration, training, folder.QuantizedModel);
        observer.Report(TrainingStage.Quantization, 0.7, "evaluating");
        var evaluation = ModelEvaluator.Evaluate(
            OnnxFile.ToBytes(trained.Model.Model), quantized.Model, packed.Bytes, folder.Folder, configuration, heldOut, cancellationToken);

        trained.Model.Export(folder.FloatModel);
        OnnxFile.Save(folder.QuantizedModel, quantized.Model);
        AtomicFile.WriteAllBytes(folder.Pack, packed.Bytes);
        folder.Save(configuration);
        observer.Report(TrainingStage.Quantization, 1, "done");
        return new TrainingOutcome(configuration, trained, quantized, packed, evaluation);
    }

    private static PretrainedModel? LoadPretrained(TrainingRequest request, FrontEndConfiguration frontEnd) =>
        request.Pretrained is { } folder ? PretrainedRun.Load(folder, request.Options, frontEnd) : null;

    private static Teacher LoadTeacher(string path) =>
        Teacher.Load(Directory.Exists(path) ? new RunFolder(path).FloatModel : path);

    /// <summary>
    /// Packs a first time with neutral thresholds, hears the training clips with that pack, and packs again with the
    /// thresholds that they call for.
    /// </summary>
    private static PackResult Pack(QuantizationResult quantized, RunConfiguration configuration, FeatureSet training, string origin)
    {
        var network = QdqImporter.Import(quantized.Model, origin);
        var settings = PackDefaults.Settings(configuration);
        var neutral = ModelPacker.Pack(network, settings, origin);
        using var model = Model.Open(neutral.Bytes, origin);
        return ModelPacker.Pack(network, settings with { Classes = ThresholdCalibration.Classes(model, training) }, origin);
    }

    private sealed class Epochs(ITrainingObserver observer, TrainingStage stage) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            var accuracy = value.ValidationAccuracy is { } share ? FormattableString.Invariant($", validation {100 * share:0.0} %") : "";
            observer.Report(
                stage,
                (stage == TrainingStage.Training ? 1 : 0.6) * value.Epoch / value.Epochs,
                FormattableString.Invariant($"epoch {value.Epoch} of {value.Epochs}, loss {value.Loss:0.000}{accuracy}, {value.WindowsPerSecond:0} windows/s"));
        }
    }
}
