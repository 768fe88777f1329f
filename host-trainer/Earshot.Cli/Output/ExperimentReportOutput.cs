using System.Globalization;
using Earshot.Audio;
using Earshot.Cli.Output.Reports;
using Earshot.Datasets;
using Earshot.Experiments.Results;
using Earshot.Experiments.Statistics;
using Earshot.Packing.Format;
using Earshot.Packing.Inspection;
using Earshot.Pipeline;
using Earshot.Reports;
using Earshot.Reports.Experiments;
using Earshot.Reports.Html;
using Earshot.Reports.Mistakes;
using Earshot.Reports.Sections;
using Earshot.Reports.Training;

namespace Earshot.Cli.Output;

/// <summary>Writes the HTML report on an experiment.</summary>
internal static class ExperimentReportOutput
{
    private static readonly (ModelForm Form, string Name)[] Forms =
        [(ModelForm.Float, "float"), (ModelForm.Qdq, "int8 QDQ"), (ModelForm.Pack, "int8 pack")];

    /// <summary>Writes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">The experiment's folder.</param>
    /// <param name="result">What the experiment came to.</param>
    /// <param name="dataset">Its data, for the sound of mistakes; null leaves them out.</param>
    /// <exception cref="InputException">A pack or clip cannot be read, or the file cannot be written.</exception>
    public static void Write(string path, string folder, ExperimentResult result, Dataset? dataset)
    {
        var first = new RunFolder(Path.Combine(folder, result.Runs[0].Folder));
        var model = ModelInspection.Of(PackReader.Load(first.Pack));
        var seeds = result.Runs.Select(run => run.Seed).Distinct().Count();
        ExperimentReport.Create(new ExperimentRecord
        {
            Title = result.Name,
            Subtitle = string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Dataset.Clips} clips of {result.Dataset.Labels.Count} classes; {result.Pack.Accuracy.Folds.Count} folds held out in turn, {seeds} {(seeds == 1 ? "seed" : "seeds")}."),
            Labels = result.Dataset.Labels,
            Figures = [.. Forms.Select(form => Figure(form.Name, result.Of(form.Form), result.Float))],
            Folds = [.. result.Pack.Accuracy.Folds.Select((fold, index) => new FoldRecord(
                fold.Fold, fold.Clips, [.. Forms.Select(form => result.Of(form.Form).Accuracy.Folds[index].Accuracy)]))],
            Evaluations = [.. Forms.Select(form => new EvaluationRecord(form.Name, Statistics.Counts(result.Of(form.Form).Confusion)))],
            Curves = [.. result.Runs.Select(run => new LearningCurve($"fold {run.HeldOutFold}, seed {run.Seed}", run.HeldOutFold, History(run)))],
            Reliability = Statistics.Bins(result.Pack.Reliability),
            Characteristics = Statistics.Curves(result.Pack.Roc),
            Mistakes = dataset is null ? null : WorstMistakes(result, dataset),
            Costs = ModelCosts.Of(model),
            Boards = BoardCosts.Of(model, first.Folder),
            Chapters = Selection(result),
            Settings = [.. Provenance.Of(result), .. result.Settings.Select(setting => (setting.Key, setting.Value))],
            Command = result.Command,
        }).Write(path);
    }

    private static KeyFigure Figure(string name, FormSummary form, FormSummary reference)
    {
        var accuracy = form.Accuracy;
        var spread = accuracy.FoldDeviation is { } deviation ? FormattableString.Invariant($" ± {100 * deviation:0.0}") : "";
        var interval = accuracy.FoldInterval ?? accuracy.ClipInterval;
        var against = ReferenceEquals(form, reference) ? "" : $"; {Shares.Difference(accuracy.Mean, reference.Accuracy.Mean)}";
        return new KeyFigure(
            $"Accuracy, {name}",
            FormattableString.Invariant($"{100 * accuracy.Mean:0.0}{spread} %"),
            FormattableString.Invariant(
                $"95 % interval {100 * interval.Low:0.0} to {100 * interval.High:0.0} over {(accuracy.FoldInterval is null ? "clips" : "folds")}{against}"));
    }

    private static Earshot.Reports.Training.EpochRecord[] History(FoldRun run) =>
        [.. run.History.Select(epoch => new Earshot.Reports.Training.EpochRecord(epoch.Epoch, epoch.Loss)
        {
            ValidationLoss = epoch.ValidationLoss,
            ValidationAccuracy = epoch.ValidationAccuracy,
        })];

    /// <summary>The wrong clips that some run was surest of; a clip that several seeds got wrong appears once.</summary>
    private static IReadOnlyList<MistakenClip> WorstMistakes(ExperimentResult result, Dataset dataset)
    {
        var labels = result.Dataset.Labels;
        return [.. result.Runs
            .SelectMany(run => run.Clips.Select(clip => (Run: run, Clip: clip, Said: new Decision(run.HeldOutFold, run.Seed, clip.Name, clip.Label, clip.Pack))))
            .Where(item => !item.Said.IsRight)
            .OrderByDescending(item => item.Said.Probabilities[item.Said.Predicted])
            .ThenBy(item => item.Clip.Name, StringComparer.Ordinal)
            .DistinctBy(item => item.Clip.Name)
            .Take(MistakeGallery.MostClips)
            .Select(item => new MistakenClip(
                item.Clip.Name,
                labels[item.Clip.Label],
                labels[item.Said.Predicted],
                item.Said.Probabilities[item.Said.Predicted],
                item.Said.Probabilities[item.Clip.Label],
                Find(dataset, item.Clip.Name).ReadSamples(SampleRates.Model),
                SampleRates.Model)
            {
                Run = $"fold {item.Run.HeldOutFold}, seed {item.Run.Seed}",
            })];
    }

    private static Clip Find(Dataset dataset, string name) =>
        dataset.Clips.FirstOrDefault(clip => clip.Path == name || clip.Path.Replace('\\', '/').EndsWith('/' + name, StringComparison.Ordinal))
        ?? throw new InputException(
            dataset.Name, $"it has no clip {name}, which the experiment was tested on.", "Give the dataset that the experiment used.");

    private static IReadOnlyList<ReportChapter> Selection(ExperimentResult result) => result.Selection.Count == 0
        ? []
        : [new ReportChapter("Choice of the recipe", new DataTable(
            "Accuracy of each candidate on the other folds, by reported fold",
            [new("Reported fold"), new("Chosen"), .. result.Selection[0].Scores.Select(score => new TableColumn(score.Candidate, true))],
            [.. result.Selection.Select(fold => (IReadOnlyList<string>)
            [
                fold.HeldOutFold.ToString(CultureInfo.InvariantCulture),
                fold.Chosen,
                .. fold.Scores.Select(score => FormattableString.Invariant($"{100 * score.Accuracy:0.0} %")),
            ])]))
        {
            Introduction = "Each fold's recipe was chosen without that fold.",
        }];
}
