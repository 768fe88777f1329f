using Earshot.Cli.Output.Reports;
using Earshot.Datasets;
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
            Costs =
            [
                new CostRecord("Multiply-accumulates", $"{cost.Macs:N0}", "one window"),
                new CostRecord("Multiply-accumulates", $"{cost.MacsPerSecond:N0}", $"one second of sound, {cost.Mode.ToString().ToLowerInvariant()} mode"),
                new CostRecord("Weights", $"{cost.WeightsBytes:N0} bytes", "with biases and multipliers, in flash"),
                new CostRecord("Pack", $"{cost.PackBytes:N0} bytes", "flash"),
                new CostRecord("Arena", $"{cost.ArenaBytes:N0} bytes", "RAM"),
            ],
            Boards = BoardCosts.Of(cost, folder.Folder),
            Mistakes = Mistakes.Of(evaluation.Pack, clips, configuration.Labels),
            Settings =
            [
                .. Provenance.Of(File.ReadAllBytes(folder.Configuration)),
                ("Seed", $"{configuration.Training.Seed}"),
                ("Epochs", $"{configuration.Training.Epochs}"),
                ("Window", $"{configuration.Training.WindowFrames} frames of {configuration.FrontEnd.HopSamples} samples"),
                ("Mel bands", $"{configuration.FrontEnd.Bands}"),
                ("Trained on", $"{configuration.TrainingClips} clips"),
            ],
            Command = command,
        }).Write(path);
    }

    private static EvaluationRecord Record(string name, EvaluationResult result)
    {
        var matrix = result.ConfusionMatrix();
        var counts = new int[matrix.Length, matrix.Length];
        for (var row = 0; row < matrix.Length; row++)
        {
            for (var column = 0; column < matrix.Length; column++)
            {
                counts[row, column] = matrix[row][column];
            }
        }

        return new EvaluationRecord(name, counts);
    }
}
