namespace Earshot.Cli.Sweeps;

/// <summary>Where a sweep's trials run.</summary>
internal enum SweepEngine
{
    /// <summary>In this process.</summary>
    Local,

    /// <summary>As a job array of Slurm.</summary>
    Slurm,

    /// <summary>As an Indexed Job of Kubernetes.</summary>
    Kubernetes,
}
