using System.Globalization;
using System.Text;
using Earshot.Experiments.Results;
using Earshot.Experiments.Statistics;

namespace Earshot.Experiments.ModelCards;

/// <summary>
/// A model card in Markdown, with the sections of M. Mitchell et al., "Model Cards for Model Reporting" (2019) as far as an
/// experiment knows them.
/// </summary>
public static class ModelCard
{
    /// <summary>The card of an experiment's models.</summary>
    public static string Of(ExperimentResult result)
    {
        var text = new StringBuilder();
        text.Append($"# Model card: {result.Name}\n\n");
        Details(text, result);
        Data(text, result);
        Metrics(text, result);
        Classes(text, result);
        Limits(text, result);
        text.Append("## How to repeat it\n\n```\n").Append(result.Command).Append("\n```\n");
        return text.ToString();
    }

    private static void Details(StringBuilder text, ExperimentResult result)
    {
        var cost = result.Runs[0].Cost;
        var models = result.Runs.Count == 1 ? "one model" : $"{result.Runs.Count} models, one for each held-out fold and seed";
        text.Append("## Model details\n\n");
        text.Append($"- Network: `{result.Settings["training.model"]}`, int8, {cost.Mode} mode; {models}.\n");
        text.Append(Line($"- Input: {result.Settings["training.window-frames"]} frames of {result.Settings["front-end.bands"]} mel bands, a frame every {result.Settings["front-end.hop-samples"]} samples at {result.Settings["front-end.sample-rate"]} Hz."));
        text.Append($"- Output: a probability for each of {result.Dataset.Labels.Count} classes: {string.Join(", ", result.Dataset.Labels)}.\n");
        text.Append(Line($"- Cost: {cost.Macs:N0} multiply-accumulates a window, {cost.MacsPerSecond / 1e6:0.00} million a second of sound; {cost.WeightsBytes:N0} bytes of weights, {cost.PackBytes:N0} bytes of pack, {cost.ArenaBytes:N0} bytes of memory."));
        text.Append(Line($"- Made by Earshot {result.Version} on {result.Finished:yyyy-MM-dd}; training took {result.Runs.Sum(run => run.Seconds) / 60:0.0} minutes in all.\n"));
        text.Append("## Intended use\n\nTelling these sounds apart on a microcontroller, one label for about a second of sound. It is not meant to identify people, ");
        text.Append("to understand speech, or to be the only guard where an unheard sound can hurt somebody.\n\n");
    }

    private static void Data(StringBuilder text, ExperimentResult result)
    {
        var data = result.Dataset;
        text.Append("## Data\n\n");
        text.Append(Line($"`{Path.GetFileName(Path.TrimEndingDirectorySeparator(data.Name))}`: {data.Clips} clips in {data.Folds.Count} folds, which are the dataset's own. Every model was trained on the folds other than the one that it was tested on;")
            .TrimEnd('\n'));
        text.Append(result.Runs.Any(run => run.ValidationFold is not null)
            ? " a fold among those chose the epoch and was not trained on."
            : " the last epoch was taken, so nothing was chosen by looking at a fold.");
        if (Named(result, "auxiliary") is { } auxiliary)
        {
            text.Append($" The other classes of `{auxiliary}` were learnt beside these and forgotten; of the tested fold and its recordings none was heard.");
        }

        if (Named(result, "pretrained") is { } pretrained)
        {
            text.Append($" Training began with the models of the experiment `{pretrained}` that had held out the same fold.");
        }

        text.Append(result.Selection.Count == 0
            ? "\n\n"
            : " The recipe was chosen for each reported fold on the others (nested selection):\n\n| fold | recipe | accuracy where it was chosen |\n|---|---|---|\n");
        foreach (var fold in result.Selection)
        {
            text.Append(Line($"| {fold.HeldOutFold} | `{fold.Chosen}` | {100 * fold.Scores.First(score => score.Candidate == fold.Chosen).Accuracy:0.0} % |"));
        }

        text.Append(result.Selection.Count == 0 ? "" : "\n");
    }

    /// <summary>The last part of a path that the configuration names; null when it names none.</summary>
    private static string? Named(ExperimentResult result, string key) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(result.Settings.GetValueOrDefault(key, "").Trim('"'))) is { Length: > 0 } name ? name : null;

    private static void Metrics(StringBuilder text, ExperimentResult result)
    {
        text.Append("## Metrics\n\nClip accuracy on held-out folds. The mean is over folds, each the mean of its seeds.\n\n");
        text.Append("| form | mean | deviation over folds | 95 % over folds (Student) | 95 % over clips (Wilson) | deviation over seeds | calibration error |\n|---|---|---|---|---|---|---|\n");
        foreach (var form in Enum.GetValues<ModelForm>())
        {
            var summary = result.Of(form);
            var accuracy = summary.Accuracy;
            text.Append(Line($"| {Name(form)} | {Percent(accuracy.Mean)} | {Percent(accuracy.FoldDeviation)} | {Percent(accuracy.FoldInterval)} | {Percent(accuracy.ClipInterval)} | {Percent(accuracy.SeedDeviation)} | {Percent(summary.Reliability.ExpectedCalibrationError)} |"));
        }

        text.Append('\n');
        foreach (var (name, estimate) in new[] { ("foreground", result.Pack.Foreground), ("background", result.Pack.Background) })
        {
            if (estimate is not null)
            {
                text.Append(Line($"Of the {estimate.Clips} {name} clips the pack decides {Percent(estimate.Mean)} right.\n"));
            }
        }

        text.Append("| fold | clips | float | QDQ | pack |\n|---|---|---|---|---|\n");
        foreach (var fold in result.Pack.Accuracy.Folds)
        {
            var others = new[] { result.Float, result.Qdq }.Select(form => form.Accuracy.Folds.First(item => item.Fold == fold.Fold).Accuracy).ToArray();
            text.Append(Line($"| {fold.Fold} | {fold.Clips} | {Percent(others[0])} | {Percent(others[1])} | {Percent(fold.Accuracy)} |"));
        }

        text.Append('\n');
    }

    private static void Classes(StringBuilder text, ExperimentResult result)
    {
        text.Append("## Class by class\n\nThe pack, all folds and seeds together.\n\n| class | precision | recall | F1 | area under the ROC |\n|---|---|---|---|---|\n");
        foreach (var (metrics, curve) in result.Pack.Classes.Zip(result.Pack.Roc))
        {
            text.Append(Line($"| {metrics.Label} | {Percent(metrics.Precision)} | {Percent(metrics.Recall)} | {Percent(metrics.F1)} | {(curve.Area is { } area ? area.ToString("0.000", CultureInfo.InvariantCulture) : "–")} |"));
        }

        text.Append('\n');
    }

    private static void Limits(StringBuilder text, ExperimentResult result)
    {
        var labels = result.Dataset.Labels;
        var confusions =
            from truth in Enumerable.Range(0, labels.Count)
            from taken in Enumerable.Range(0, labels.Count)
            where truth != taken && result.Pack.Confusion[truth][taken] > 0
            orderby result.Pack.Confusion[truth][taken] descending
            select $"{labels[truth]} for {labels[taken]} ({result.Pack.Confusion[truth][taken]})";
        text.Append("## Limits\n\n");
        text.Append($"- Most often it takes {string.Join(", ", confusions.Take(5).DefaultIfEmpty("nothing for anything else"))}.\n");
        text.Append(Line($"- Measured on {result.Pack.Accuracy.Clips} clips; the intervals above say how little that is. Other microphones, rooms and places were not measured.\n")
            .TrimEnd('\n')).Append('\n');
        text.Append("- Every sound gets one of the classes; a sound of no class gets the most similar one, unless the node's thresholds hold it back.\n");
        text.Append("- Whose voices, homes and streets are in the recordings is not recorded by the dataset, so nothing is known about how accuracy differs between them.\n\n");
    }

    private static string Name(ModelForm form) => form switch
    {
        ModelForm.Float => "float",
        ModelForm.Qdq => "int8 QDQ",
        _ => "int8 pack",
    };

    private static string Percent(double? share) => share is { } value ? Invariant($"{100 * value:0.0} %") : "–";

    private static string Percent(Interval? interval) =>
        interval is null ? "–" : Invariant($"{100 * interval.Low:0.0} to {100 * interval.High:0.0} %");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Line(FormattableString text) => Invariant(text) + "\n";
}
