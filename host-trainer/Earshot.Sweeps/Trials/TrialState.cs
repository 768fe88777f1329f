namespace Earshot.Sweeps.Trials;

/// <summary>How far a trial is.</summary>
public enum TrialState
{
    /// <summary>Nobody has begun it, or whoever had begun it has stopped; what it has finished is kept.</summary>
    Waiting,

    /// <summary>A worker has it.</summary>
    Running,

    /// <summary>It has a result.</summary>
    Done,

    /// <summary>Its experiment is at fault.</summary>
    Failed,
}
