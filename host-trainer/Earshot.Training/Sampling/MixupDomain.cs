namespace Earshot.Training.Sampling;

/// <summary>What mixup interpolates.</summary>
public enum MixupDomain
{
    /// <summary>Sound pressure: the powers of the two sounds add, weighted by the squares of their shares.</summary>
    SoundPressure,

    /// <summary>The log-mel features themselves.</summary>
    Features,
}
