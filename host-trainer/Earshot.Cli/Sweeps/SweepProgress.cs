using Earshot.Cli.Output;
using Earshot.Sweeps.Running;
using Earshot.Sweeps.Trials;
using Spectre.Console;

namespace Earshot.Cli.Sweeps;

/// <summary>Shows what the workers of a sweep do.</summary>
/// <param name="progress">The bar.</param>
/// <param name="trials">Trials in all.</param>
/// <param name="ended">Trials that had ended before.</param>
internal sealed class SweepProgress(ITaskProgress progress, int trials, int ended) : ISweepObserver
{
    private readonly Lock _gate = new();
    private int _ended = ended;

    /// <inheritdoc/>
    public void Report(Trial trial, string status)
    {
        lock (_gate)
        {
            progress.Report((double)_ended / trials, $"{_ended} of {trials} trials; {trial.Name}: {status}");
        }
    }

    /// <inheritdoc/>
    public void Done(Trial trial, TrialResult result) => End(trial, FormattableString.Invariant(
        $"{100 * result.ValidationAccuracy:0.0} % on validation, {result.MacsPerSecond / 1e6:0.00} M MACs a second, {result.ArenaBytes} bytes of arena"));

    /// <inheritdoc/>
    public void Failed(Trial trial, InputException reason) => End(trial, $"failed: {reason.Problem}");

    private void End(Trial trial, string message)
    {
        lock (_gate)
        {
            _ended++;
            AnsiConsole.WriteLine($"Trial {trial.Name} ({string.Join(", ", trial.Values)}): {message}");
            progress.Report((double)_ended / trials, $"{_ended} of {trials} trials");
        }
    }
}
