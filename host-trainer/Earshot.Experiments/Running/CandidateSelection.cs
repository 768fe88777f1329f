using Earshot.Experiments.Configuration;
using Earshot.Experiments.Results;
using Earshot.Onnx;
using Earshot.Pipeline;
using Earshot.Training.Evaluation;
using Earshot.Training.Features;
using Earshot.Training.Running;

namespace Earshot.Experiments.Running;

/// <summary>
/// Nested selection (S. Varma, R. Simon, "Bias in error estimation when using cross-validation for model selection", 2006): for
/// every pair of folds a model is trained on the others. Its score on one fold of the pair judges its recipe for the report
/// of the other, so no recipe is chosen by the fold that it is reported on, and each training serves two reports.
/// </summary>
internal sealed class CandidateSelection(ExperimentRequest request, ExperimentFolder folder, FeatureCache features, OverallProgress progress)
{
    private readonly Dictionary<string, List<PairScore>> _scores = [];

    /// <summary>The trainings that are needed.</summary>
    internal IReadOnlyList<Action<CancellationToken>> Jobs()
    {
        var configuration = request.File.Configuration;
        var pairs = ExperimentPlan.Pairs(request.Dataset.Folds, ExperimentPlan.ReportedFolds(configuration, request.Dataset));
        foreach (var candidate in configuration.Candidates)
        {
            _scores[candidate.Name] = [];
        }

        return [.. from candidate in configuration.Candidates
            from pair in pairs
            from seed in configuration.Seeds
            select (Action<CancellationToken>)(token => Judge(candidate, pair.First, pair.Second, seed, token))];
    }

    /// <summary>The choice for a reported fold, when all jobs are done.</summary>
    internal FoldSelection Choose(int fold)
    {
        SelectionScore[] scores = [.. request.File.Configuration.Candidates.Select(candidate => Score(candidate.Name, fold))];
        return new FoldSelection(fold, Best(scores), scores);
    }

    /// <summary>The candidate with the best accuracy; of equals that with the lowest loss, then the first.</summary>
    internal static string Best(IEnumerable<SelectionScore> scores) =>
        scores.OrderByDescending(score => score.Accuracy).ThenBy(score => score.Loss).First().Candidate;

    private SelectionScore Score(string candidate, int fold)
    {
        var scores = _scores[candidate].Select(score => score.WhenReporting(fold)).OfType<(double Accuracy, double Loss)>().ToArray();
        return new SelectionScore(candidate, scores.Average(score => score.Accuracy), scores.Average(score => score.Loss));
    }

    private void Judge(Candidate candidate, int first, int second, ulong seed, CancellationToken cancellationToken)
    {
        var name = FormattableString.Invariant($"selection/{candidate.Name}/without-{first}-{second}-seed-{seed}");
        var part = $"{name}/score.json";
        var score = folder.LoadPart<PairScore>(part);
        if (score is null)
        {
            score = Train(candidate, first, second, seed, name, cancellationToken);
            folder.SavePart(part, score);
        }

        lock (_scores)
        {
            _scores[candidate.Name].Add(score);
        }

        progress.Finished(name, FormattableString.Invariant($"{100 * score.FirstAccuracy:0.0} % on fold {first}, {100 * score.SecondAccuracy:0.0} % on fold {second}"));
    }

    private PairScore Train(Candidate candidate, int first, int second, ulong seed, string name, CancellationToken cancellationToken)
    {
        var options = candidate.Training with
        {
            Seed = seed,
            Threads = request.Threads,
            ValidationFold = ExperimentPlan.ValidationFold(request.File.Configuration.Validation, request.Dataset.Folds, first, second),
        };
        var data = features.Get(
            DefaultFrontEnd.For(options.Model, candidate.FrontEnd),
            options.WindowFrames,
            [first, second],
            done => progress.Report(name, 0.1 * done, "features"),
            cancellationToken);
        var model = Trainer.Run(
            options,
            data.Learnt,
            Path.Combine(folder.Folder, name),
            new Epochs(epoch => progress.Report(name, 0.1 + (0.9 * epoch.Epoch / epoch.Epochs), $"epoch {epoch.Epoch} of {epoch.Epochs}")),
            cancellationToken: cancellationToken);
        using var scorer = new WindowScorer(OnnxFile.ToBytes(model.Model.Model), options.Threads);
        var rule = new WindowEvaluator(options.Gate, options.WindowFrames, options.DecisionHopFrames, options.DecisionRule);
        var (left, right) = (Evaluate(first), Evaluate(second));
        return new PairScore(first, second, left.ClipAccuracy, left.Loss, right.ClipAccuracy, right.Loss);

        EvaluationResult Evaluate(int fold) => rule.Evaluate(scorer, data.HeldOut.Where(clip => clip.Fold == fold));
    }

    private sealed class Epochs(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
