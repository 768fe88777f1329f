using Earshot.Datasets;
using Earshot.Packing.Inspection;
using Earshot.Pipeline;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Runs a training with its progress on the screen, and shows what came of it.</summary>
internal static class TrainingOutput
{
    /// <summary>The share of the time that each stage takes, roughly, so that one bar serves them all.</summary>
    private static readonly double[] StageShares = [0.1, 0.75, 0.15];

    /// <summary>Trains.</summary>
    public static TrainingOutcome Run(TrainingRequest request, CancellationToken token) =>
        ProgressOutput.Run("Training", progress => TrainingPipeline.Run(request, new Observer(progress), token));

    /// <summary>Prints the result and where it lies, and writes the report.</summary>
    /// <param name="outcome">The result.</param>
    /// <param name="folder">The run folder.</param>
    /// <param name="heldOut">The clips of the held-out fold.</param>
    public static void Show(TrainingOutcome outcome, RunFolder folder, IReadOnlyList<Clip> heldOut)
    {
        EvaluationOutput.Show(outcome.Evaluation, outcome.Configuration.HeldOutFold);
        var cost = ModelInspection.Of(outcome.Packed, folder.Pack);
        AnsiConsole.WriteLine(FormattableString.Invariant(
            $"Pack: {cost.PackBytes} bytes of flash, {cost.ArenaBytes} bytes of arena, {cost.Macs} MACs a window, {cost.MacsPerSecond / 1e6:0.00} M MACs a second ({cost.Mode.ToString().ToLowerInvariant()} mode)."));
        TrainingReportOutput.Write(
            folder.Report,
            outcome.Configuration,
            outcome.Configuration.HeldOutFold,
            heldOut,
            outcome.Trained.History,
            outcome.Evaluation,
            folder,
            outcome.Configuration.Command);
        AnsiConsole.WriteLine($"Run folder: {folder.Folder} ({string.Join(", ", RunFiles(folder).Select(Path.GetFileName))})");
    }

    private static string[] RunFiles(RunFolder folder) =>
        [folder.Configuration, folder.FloatModel, folder.QuantizedModel, folder.Pack, folder.Report];

    private sealed class Observer(ITaskProgress progress) : ITrainingObserver
    {
        public void Report(TrainingStage stage, double fraction, string status)
        {
            var before = StageShares.Take((int)stage).Sum();
            progress.Report(before + (StageShares[(int)stage] * fraction), status);
        }
    }
}
