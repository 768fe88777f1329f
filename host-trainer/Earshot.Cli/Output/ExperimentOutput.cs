using Earshot.Datasets;
using Earshot.Experiments.Results;
using Earshot.Experiments.Running;
using Earshot.Experiments.Statistics;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Runs an experiment with its progress on the screen, and shows what came of it.</summary>
internal static class ExperimentOutput
{
    /// <summary>Runs it.</summary>
    public static ExperimentResult Run(ExperimentRequest request, CancellationToken token) =>
        ProgressOutput.Run("Experiment", progress => ExperimentRunner.Run(request, new Observer(progress), token));

    /// <summary>Tests its models again.</summary>
    public static ExperimentResult Evaluate(ExperimentFolder folder, Dataset dataset, CancellationToken token) =>
        ProgressOutput.Run("Evaluating", progress => ExperimentEvaluator.Evaluate(folder, dataset, new Observer(progress), token));

    /// <summary>Prints the folds side by side, the whole with its intervals, and where the results lie.</summary>
    public static void Show(ExperimentResult result, ExperimentFolder folder)
    {
        var forms = Enum.GetValues<ModelForm>().Select(form => result.Of(form).Accuracy).ToArray();
        var table = new Table().Title(Markup.Escape($"{result.Name}: {forms[0].Clips} clips, {result.Runs.Count} runs")).RoundedBorder();
        table.AddColumns("Held-out fold", "Clips", "Float", "int8 QDQ", "int8 pack");
        for (var fold = 0; fold < forms[0].Folds.Count; fold++)
        {
            string[] cells = [.. forms.Select(form => Percent(form.Folds[fold].Accuracy))];
            table.AddRow([$"{forms[0].Folds[fold].Fold}", $"{forms[0].Folds[fold].Clips}", .. cells]);
        }

        table.AddEmptyRow();
        AddRow(table, "Mean over folds", forms, form => Percent(form.Mean));
        AddRow(table, "Deviation over folds", forms, form => Percent(form.FoldDeviation));
        AddRow(table, "95 % over folds (Student)", forms, form => Percent(form.FoldInterval));
        AddRow(table, "95 % over clips (Wilson)", forms, form => Percent(form.ClipInterval));
        AddRow(table, "Deviation over seeds", forms, form => Percent(form.SeedDeviation));
        AddSplit(table, "Foreground clips", result, summary => summary.Foreground);
        AddSplit(table, "Background clips", result, summary => summary.Background);
        AnsiConsole.Write(table);
        foreach (var choice in result.Selection)
        {
            AnsiConsole.WriteLine(FormattableString.Invariant(
                $"Fold {choice.HeldOutFold}: recipe {choice.Chosen}, chosen on the other folds ({string.Join(", ", choice.Scores.Select(score => $"{score.Candidate} {Percent(score.Accuracy)}"))})."));
        }

        AnsiConsole.WriteLine($"Results: {folder.Results}, {folder.ModelCard}");
    }

    /// <summary>The figures as data; the whole is in the folder's results.json.</summary>
    public static object Json(ExperimentResult result) => new
    {
        result.Name,
        Clips = result.Pack.Accuracy.Clips,
        Runs = result.Runs.Count,
        Accuracy = new { Float = result.Float.Accuracy, Qdq = result.Qdq.Accuracy, Pack = result.Pack.Accuracy },
        Selection = result.Selection.Select(choice => new { Fold = choice.HeldOutFold, choice.Chosen }),
    };

    private static void AddRow(Table table, string name, IEnumerable<AccuracyEstimate> forms, Func<AccuracyEstimate, string> cell)
    {
        string[] cells = [.. forms.Select(cell)];
        if (cells.Any(text => text != "–"))
        {
            table.AddRow([name, "", .. cells]);
        }
    }

    private static void AddSplit(Table table, string name, ExperimentResult result, Func<FormSummary, AccuracyEstimate?> part)
    {
        AccuracyEstimate[] forms = [.. Enum.GetValues<ModelForm>().Select(form => part(result.Of(form))).OfType<AccuracyEstimate>()];
        if (forms.Length > 0)
        {
            string[] cells = [.. forms.Select(form => Percent(form.Mean))];
            table.AddRow([name, $"{forms[0].Clips}", .. cells]);
        }
    }

    private static string Percent(double? share) => share is { } value ? FormattableString.Invariant($"{100 * value:0.0} %") : "–";

    private static string Percent(Interval? interval) =>
        interval is null ? "–" : FormattableString.Invariant($"{100 * interval.Low:0.0} to {100 * interval.High:0.0} %");

    private sealed class Observer(ITaskProgress progress) : IExperimentObserver
    {
        public void Report(double fraction, string status) => progress.Report(fraction, status);

        public void Finished(string message) => AnsiConsole.WriteLine(message);
    }
}
