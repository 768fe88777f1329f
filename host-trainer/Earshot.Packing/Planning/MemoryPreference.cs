namespace Earshot.Packing.Planning;

/// <summary>What the size of a step is chosen for.</summary>
public enum MemoryPreference
{
    /// <summary>The smallest arena; among equals the largest steps.</summary>
    Size,

    /// <summary>The largest steps: fewest calls of the kernels.</summary>
    Speed,
}
