using Earshot.Datasets;
using Earshot.Experiments.Configuration;

namespace Earshot.Experiments.Running;

/// <summary>An experiment to run.</summary>
public sealed record ExperimentRequest
{
    /// <summary>The file.</summary>
    public required ExperimentFile File { get; init; }

    /// <summary>The dataset that it names, loaded.</summary>
    public required Dataset Dataset { get; init; }

    /// <summary>The dataset of auxiliary sounds that it names, loaded; null for none.</summary>
    public Dataset? Auxiliary { get; init; }

    /// <summary>The experiment's folder; created when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>The command that repeats it.</summary>
    public required string Command { get; init; }

    /// <summary>Threads of a run. With one, results do not depend on the number of cores.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Runs that go on at the same time.</summary>
    public int ParallelRuns { get; init; } = 1;
}
