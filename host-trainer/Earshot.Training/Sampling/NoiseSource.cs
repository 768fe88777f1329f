namespace Earshot.Training.Sampling;

/// <summary>Where the noise comes from that windows are mixed with.</summary>
public enum NoiseSource
{
    /// <summary>Windows of the clips that are trained on.</summary>
    Clips,

    /// <summary>White, pink and brown noise.</summary>
    Colored,

    /// <summary>Either, with even odds.</summary>
    Both,
}
