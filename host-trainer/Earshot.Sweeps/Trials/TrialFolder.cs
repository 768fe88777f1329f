using Earshot.Sweeps.Claims;

namespace Earshot.Sweeps.Trials;

/// <summary>The folder of one trial.</summary>
/// <param name="sweep">The sweep's folder.</param>
/// <param name="trial">The trial.</param>
public sealed class TrialFolder(string sweep, Trial trial)
{
    internal const string ExperimentName = "experiment.yaml";

    private readonly string _folder = Path.Combine(sweep, "trials", trial.Name);

    /// <summary>The trial.</summary>
    public Trial Trial { get; } = trial;

    /// <summary>Its experiment, complete.</summary>
    public string Experiment => Path.Combine(_folder, ExperimentName);

    /// <summary>Where the experiment's runs and results go.</summary>
    public string Output => Path.Combine(_folder, "experiment");

    /// <summary>Its result, once it is done.</summary>
    public string ResultFile => Path.Combine(_folder, "result.json");

    /// <summary>The folder of its claims.</summary>
    internal string Claims => Path.Combine(_folder, "claims");

    private string FailureFile => Path.Combine(_folder, "failure.txt");

    /// <summary>Its result, or null while there is none.</summary>
    /// <exception cref="InputException">It is damaged.</exception>
    public TrialResult? Result => File.Exists(ResultFile)
        ? SweepJson.Read<TrialResult>(ResultFile, "Delete it and run the sweep again; what the trial has finished is kept.")
        : null;

    /// <summary>Why it failed, or null where it did not.</summary>
    public string? Failure => File.Exists(FailureFile) ? File.ReadAllText(FailureFile).TrimEnd() : null;

    /// <summary>How far it is.</summary>
    /// <param name="claims">When a claim counts as abandoned.</param>
    public TrialState State(ClaimSettings claims) =>
        File.Exists(ResultFile) ? TrialState.Done
        : File.Exists(FailureFile) ? TrialState.Failed
        : TrialClaim.Holder(Claims, claims) is not null ? TrialState.Running
        : TrialState.Waiting;

    internal void Save(TrialResult result) => SweepJson.Write(ResultFile, result);

    internal void SaveFailure(InputException exception) =>
        AtomicFile.WriteAllText(FailureFile, $"{exception.Origin}: {exception.Problem} {exception.Remedy}\n");

    internal void ForgetFailure() => File.Delete(FailureFile);
}
