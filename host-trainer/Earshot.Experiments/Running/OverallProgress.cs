namespace Earshot.Experiments.Running;

/// <summary>Adds the progress of runs that go on side by side up to one figure.</summary>
internal sealed class OverallProgress(IExperimentObserver observer, int runs)
{
    private readonly Dictionary<string, double> _fractions = [];
    private int _finished;

    /// <summary>A run has got further.</summary>
    internal void Report(string run, double fraction, string status)
    {
        lock (_fractions)
        {
            _fractions[run] = fraction;
            observer.Report(_fractions.Values.Sum() / runs, $"{_finished} of {runs} runs done; {run}: {status}");
        }
    }

    /// <summary>A run has ended.</summary>
    internal void Finished(string run, string message)
    {
        lock (_fractions)
        {
            _fractions[run] = 1;
            _finished++;
            observer.Finished($"{run}: {message}");
            observer.Report(_fractions.Values.Sum() / runs, $"{_finished} of {runs} runs done");
        }
    }
}
