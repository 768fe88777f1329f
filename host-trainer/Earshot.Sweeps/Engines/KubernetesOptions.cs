namespace Earshot.Sweeps.Engines;

/// <summary>What a sweep uses of a Kubernetes cluster.</summary>
/// <param name="Parallelism">Trials that run at the same time at most.</param>
/// <param name="Processors">Processors of a trial.</param>
/// <param name="Image">The container image with the tool.</param>
/// <param name="VolumeClaim">The persistent volume claim that holds the sweep's folder; several pods write to it.</param>
public sealed record KubernetesOptions(int Parallelism, int Processors, string Image, string VolumeClaim);
