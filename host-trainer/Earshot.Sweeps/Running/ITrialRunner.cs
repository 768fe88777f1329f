using Earshot.Sweeps.Trials;

namespace Earshot.Sweeps.Running;

/// <summary>Runs the experiment of one trial.</summary>
public interface ITrialRunner
{
    /// <summary>Checks an experiment without running it.</summary>
    /// <param name="experiment">The experiment's YAML.</param>
    /// <param name="path">Where it will stand as a file; relative paths in it start there.</param>
    /// <exception cref="InputException">
    /// It has an unknown key, a value out of range, makes no model, or has no validation fold.
    /// </exception>
    void Check(string experiment, string path);

    /// <summary>Runs an experiment; one that was interrupted goes on where it was.</summary>
    /// <param name="experimentFile">The trial's <c>experiment.yaml</c>.</param>
    /// <param name="folder">Where its runs and results go.</param>
    /// <param name="status">Told what it is doing, in a few words.</param>
    /// <param name="cancellationToken">Ends the work; what was finished is kept.</param>
    /// <exception cref="InputException">The experiment is at fault.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    TrialResult Run(string experimentFile, string folder, Action<string> status, CancellationToken cancellationToken);
}
