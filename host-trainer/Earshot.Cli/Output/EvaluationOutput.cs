using Earshot.Pipeline;
using Earshot.Training.Evaluation;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows what an evaluation came to.</summary>
internal static class EvaluationOutput
{
    /// <summary>Prints float, QDQ and pack side by side.</summary>
    public static void Show(ModelEvaluation evaluation, int fold)
    {
        var table = new Table().Title($"Fold {fold}: {evaluation.Float.Clips.Count} clips").RoundedBorder();
        table.AddColumns("Model", "Runs in", "Clips right", "Accuracy");
        AddRow(table, "float", "ONNX Runtime", evaluation.Float);
        AddRow(table, "int8 QDQ", "ONNX Runtime", evaluation.Qdq);
        AddRow(table, "int8 pack", "C module", evaluation.Pack);
        AnsiConsole.Write(table);
        var agreement = evaluation.Agreement;
        AnsiConsole.WriteLine(FormattableString.Invariant(
            $"Pack and QDQ model: {100 * agreement.EqualShare:0.000} % of {agreement.Values} logits equal, at most {agreement.LargestDifference} step(s) apart, same class in {100 * agreement.SameClassShare:0.000} % of {agreement.Windows} windows."));
    }

    /// <summary>The same as data.</summary>
    public static object Json(ModelEvaluation evaluation, int fold) => new
    {
        Fold = fold,
        Clips = evaluation.Float.Clips.Count,
        Accuracy = new
        {
            Float = evaluation.Float.ClipAccuracy,
            Qdq = evaluation.Qdq.ClipAccuracy,
            Pack = evaluation.Pack.ClipAccuracy,
        },
        Agreement = new
        {
            LogitsEqual = evaluation.Agreement.EqualShare,
            LargestStep = evaluation.Agreement.LargestDifference,
            SameClass = evaluation.Agreement.SameClassShare,
            evaluation.Agreement.Windows,
        },
        Mistakes = evaluation.Pack.Clips.Where(clip => !clip.IsRight).Select(clip => clip.Name),
    };

    private static void AddRow(Table table, string model, string place, EvaluationResult result) => table.AddRow(
        model,
        place,
        $"{result.Clips.Count(clip => clip.IsRight)} of {result.Clips.Count}",
        FormattableString.Invariant($"{100 * result.ClipAccuracy:0.0} %"));
}
