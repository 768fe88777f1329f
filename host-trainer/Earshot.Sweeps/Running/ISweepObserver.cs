using Earshot.Sweeps.Trials;

namespace Earshot.Sweeps.Running;

/// <summary>Follows workers; they call from several threads.</summary>
public interface ISweepObserver
{
    /// <summary>A trial is being worked on.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="status">What it is doing, in a few words.</param>
    void Report(Trial trial, string status);

    /// <summary>A trial has its result.</summary>
    void Done(Trial trial, TrialResult result);

    /// <summary>A trial's experiment is at fault.</summary>
    void Failed(Trial trial, InputException reason);
}
