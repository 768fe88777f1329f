using Earshot.Cli.Output.Reports;
using Earshot.Datasets;
using Earshot.Experiments.Statistics;
using Earshot.Packing.Format;
using Earshot.Packing.Inspection;
using Earshot.Pipeline;
using Earshot.Reports.Training;
using Earshot.Training.Evaluation;

namespace Earshot.Cli.Output;

/// <summary>Writes the HTML report on a training or an evaluation.</summary>
internal static class TrainingReportOutput
{
    /// <summary>Writes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="configuration">What the run was.</param>
    /// <param name="fold">The fold that was tested on.</param>
    /// <param name="clips">Its clips.</param>
    /// <param name="history">The training's course; empty for a mere evaluation.</param>
    /// <param name="evaluation">What the models said of the clips.</param>
    /// <param name="folder">The run folder.</param>
    /// <param name="command">The command that gives this report again.</param>
    /// <exception cref="InputException">A clip cannot be read, or the file cannot be written.</exception>
    public static void Write(
        string path,
        RunConfiguration configuration,
        int fold,
        IReadOnlyList<Clip> clips,
        IReadOnlyList<Earshot.Training.Running.EpochRecord> history,
        ModelEvaluation evaluation,
        RunFolder folder,
        string command)
    {
        var decisions = Statistics.Decisions(evaluation.Pack);
        var cost = ModelInspection.Of(PackReader.Load(folder.Pack));
        TrainingReport.Create(new TrainingRecord
        {
            Title = $"{configuration.Training.Model} on {Path.GetFileName(Path.TrimEndingDirectorySeparator(configuration.Dataset))}",
            Dataset = Path.GetFileName(Path.TrimEndingDirectorySeparator(configuration.Dataset)),
            Model = configuration.Training.Model,
            HeldOutFold = fold,
            Labels = configuration.Labels,
            Epochs = [.. history.Select(epoch => new EpochRecord(epoch.Epoch, epoch.Loss)
            {
                ValidationLoss = epoch.ValidationLoss,
                ValidationAccuracy = epoch.ValidationAccuracy,
            })],
            Evaluations =
            [
                Record("float", evaluation.Float),
                Record("int8 QDQ", evaluation.Qdq),
                Record("int8 pack", evaluation.Pack),
            ],
            Costs = ModelCosts.Of(cost),
            Boards = BoardCosts.Of(cost, folder.Folder),
            Reliability = Statistics.Bins(ReliabilityCurve.Of(decisions)),
            Curves = Statistics.Curves(configuration.Labels.Select((label, index) => RocCurve.Of(label, index, decisions))),
            Mistakes = Mistakes.Of(evaluation.Pack, clips, configuration.Labels),
            Settings =
            [
                .. Provenance.Of(File.ReadAllText(folder.Configuration)),
                ("Seed", $"{configuration.Training.Seed}"),
                ("Epochs", $"{configuration.Training.Epochs}"),
                ("Window", $"{configuration.Training.WindowFrames} frames of {configuration.FrontEnd.HopSamples} samples"),
                ("Mel bands", $"{configuration.FrontEnd.Bands}"),
                ("Trained on", $"{configuration.TrainingClips} clips"),
            ],
            Command = command,
        }).Write(path);
    }

    private static EvaluationRecord Record(string name, EvaluationResult result) => new(name, Statistics.Counts(result.ConfusionMatrix()));
}
