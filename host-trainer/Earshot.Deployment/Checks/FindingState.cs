namespace Earshot.Deployment.Checks;

/// <summary>What a check found.</summary>
public enum FindingState
{
    /// <summary>As it must be.</summary>
    Good,

    /// <summary>Could not be checked, or is unusual; it does not stop a deployment.</summary>
    Warning,

    /// <summary>Wrong: nothing is flashed.</summary>
    Bad,
}
