using Earshot.Training.Distillation;
using Earshot.Training.Evaluation;
using Earshot.Training.Exporting;
using Earshot.Training.Features;
using Earshot.Training.Networks;
using Earshot.Training.Optimization;
using Earshot.Training.Pruning;
using Earshot.Training.Randomness;
using Earshot.Training.Sampling;

namespace Earshot.Training.Running;

/// <summary>One run, epoch by epoch.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly TrainingOptions _options;
    private readonly TrainingPhase _phase;
    private readonly FeatureSet? _validation;
    private readonly string? _checkpointPath;
    private readonly string _fingerprint;
    private readonly RandomSource _random;
    private readonly TrainingSession _session;
    private readonly TeacherEnsemble? _teachers;
    private readonly BatchQueue _batches;
    private readonly LearningRateSchedule _schedule;
    private readonly int _stepsPerEpoch;
    private readonly List<EpochRecord> _history = [];
    private double _bestValidationLoss = double.PositiveInfinity;

    internal TrainingRun(
        TrainingOptions options, TrainingPhase phase, FeatureSet clips, IReadOnlyList<Teacher> teachers, string? runFolder)
    {
        _phase = phase;
        _options = options;
        var trained = clips;
        if (options.ValidationFold is { } fold)
        {
            _validation = clips.WithoutAuxiliary().Where(clip => clip.Fold == fold);
            trained = clips.Where(clip => clip.Fold != fold);
            if (_validation.Clips.Count == 0)
            {
                throw new InputException(
                    nameof(options.ValidationFold),
                    $"no clip to train on is in fold {fold}.",
                    $"Choose one of {string.Join(", ", clips.Clips.Select(clip => clip.Fold).Distinct().Order())}.");
            }
        }

        IWindowSampler sampler = clips.HoldsSamples
            ? new SoundSampler(trained, options.Gate, options.Augmentation, options.WindowFrames)
            : new WindowSampler(trained, options.Gate, options.Augmentation, options.WindowFrames);
        var windows = options.WindowsPerEpoch > 0
            ? options.WindowsPerEpoch
            : trained.WithoutAuxiliary().Clips.Sum(clip => clip.Frames / options.WindowFrames);
        if (trained.AuxiliaryLabels > 0)
        {
            windows = (int)(windows / (1 - options.Augmentation.AuxiliaryShare));
        }

        _stepsPerEpoch = Math.Max(1, windows / options.BatchSize);
        var steps = _stepsPerEpoch * options.Epochs;
        _schedule = new LearningRateSchedule(options.LearningRate, (int)(steps * options.WarmUpShare), steps);
        _random = new RandomSource(options.Seed);
        var distillation = teachers.Count > 0 && options.DistillationWeight > 0
            ? new DistillationSettings(options.DistillationWeight, options.DistillationTemperature)
            : null;
        if (distillation is not null)
        {
            _teachers = new TeacherEnsemble(teachers, clips, options.WindowFrames, distillation.Temperature, options.Threads);
        }

        var graph = new TrainingGraph(
            phase.Network, options.BatchSize, options.Optimizer, options.LabelSmoothing, distillation, phase.Grids);
        _session = new TrainingSession(graph, _random, options.Threads);
        if (phase.Start is { } start)
        {
            _session.Start(start);
        }

        _batches = new BatchQueue(graph, sampler, _teachers, _random);
        Chosen = _session.Weights(averaged: false);
        _fingerprint = RunFingerprint.Of(options, clips, teachers, phase);
        _checkpointPath = runFolder is null ? null : Path.Combine(runFolder, phase.CheckpointFile);
        if (File.Exists(_checkpointPath))
        {
            Restore(Checkpoint.Load(_checkpointPath));
        }
    }

    /// <summary>The weights to keep.</summary>
    internal TrainedWeights Chosen { get; private set; }

    /// <summary>The epoch, from 1, of the weights to keep.</summary>
    internal int ChosenEpoch { get; private set; }

    internal IReadOnlyList<EpochRecord> History => _history;

    internal int WindowsPerEpoch => _stepsPerEpoch * _options.BatchSize;

    internal bool IsFinished =>
        _history.Count >= _options.Epochs
        || (_validation is not null && _options.Patience > 0 && _history.Count - ChosenEpoch >= _options.Patience);

    internal void TrainEpoch(CancellationToken cancellationToken)
    {
        double loss = 0;
        for (var step = 0; step < _stepsPerEpoch; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = _batches.Take(isLast: step == _stepsPerEpoch - 1);
            var done = _session.Steps;
            // The average follows quickly at first, while the weights are still far from where they will be.
            var averageDecay = Math.Min(_options.AverageDecay, (1f + done) / (10f + done));
            loss += _session.Step(batch, _schedule.At(done), averageDecay) / _stepsPerEpoch;
        }

        if (!double.IsFinite(loss))
        {
            throw new InputException(
                nameof(_options.LearningRate),
                $"training diverged in epoch {_history.Count + 1}: the loss is not finite.",
                "Lower the learning rate.");
        }

        Judge(loss);
        SaveCheckpoint();
    }

    public void Dispose()
    {
        _batches.Dispose();
        _session.Dispose();
        _teachers?.Dispose();
    }

    private void Judge(double loss)
    {
        var weights = _session.Weights(averaged: _options.AverageDecay > 0);
        var result = Validate(weights);
        _history.Add(new EpochRecord(
            _history.Count + 1, loss, _schedule.At(_session.Steps - 1), result?.Loss, result?.ClipAccuracy));
        // The loss tells epochs apart that a few dozen clips' accuracy cannot.
        if (result is null || result.Loss < _bestValidationLoss)
        {
            _bestValidationLoss = result?.Loss ?? 0;
            Chosen = weights;
            ChosenEpoch = _history.Count;
        }
    }

    private EvaluationResult? Validate(TrainedWeights weights)
    {
        if (_validation is null)
        {
            return null;
        }

        // As it will be deployed: what it makes of auxiliary sounds has no say in the epoch.
        var model = new FloatModel(ChannelPruner.KeepClasses(weights, _validation.Labels.Count), _validation.Labels, _validation.Metadata);
        using var scorer = new WindowScorer(_phase.Deploy(model), _options.Threads);
        var evaluator = new WindowEvaluator(_options.Gate, _options.WindowFrames, _options.DecisionHopFrames, _options.DecisionRule);
        return evaluator.Evaluate(scorer, _validation);
    }

    private void SaveCheckpoint()
    {
        if (_checkpointPath is null)
        {
            return;
        }

        new Checkpoint
        {
            Fingerprint = _fingerprint,
            Steps = _session.Steps,
            RandomState = _random.State,
            State = _session.Save(),
            History = _history,
            ChosenEpoch = ChosenEpoch,
            ChosenWeights = Chosen.Vector,
            ChosenStatistics = Chosen.Statistics,
        }.Save(_checkpointPath);
    }

    private void Restore(Checkpoint checkpoint)
    {
        if (checkpoint.Fingerprint != _fingerprint)
        {
            throw new InputException(
                _checkpointPath!,
                "it is of a run with other options, other data, other teachers or another start.",
                "Give the same options and data to go on with that run, or another output folder to start anew.");
        }

        _session.Restore(checkpoint.State, checkpoint.Steps);
        _random.State = checkpoint.RandomState;
        _history.AddRange(checkpoint.History);
        ChosenEpoch = checkpoint.ChosenEpoch;
        Chosen = Chosen with { Vector = checkpoint.ChosenWeights, Statistics = checkpoint.ChosenStatistics };
        if (_validation is not null && ChosenEpoch > 0)
        {
            _bestValidationLoss = _history[ChosenEpoch - 1].ValidationLoss ?? double.PositiveInfinity;
        }
    }
}
