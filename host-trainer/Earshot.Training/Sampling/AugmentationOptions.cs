namespace Earshot.Training.Sampling;

/// <summary>How windows are varied before they are learnt from. All of it works on log-mel features.</summary>
public sealed record AugmentationOptions
{
    /// <summary>The share of windows that are mixed from two clips (Tokozume et al., "Between-class learning", 2018).</summary>
    public float MixShare { get; init; } = 0.5f;

    /// <summary>The largest change of gain, in dB, either way.</summary>
    public float GainDecibels { get; init; } = 6;

    /// <summary>The deviation of the random frequency response at each of its knots, in dB.</summary>
    public float EqualizerDecibels { get; init; } = 3;

    /// <summary>Knots of the random frequency response, spread evenly over the bands.</summary>
    public int EqualizerKnots { get; init; } = 5;

    /// <summary>The largest shift of pitch, in bands, either way.</summary>
    public float BandShift { get; init; } = 1;

    /// <summary>The largest change of tempo as a share, either way.</summary>
    public float TimeStretch { get; init; } = 0.1f;

    /// <summary>Runs of frames that are masked (SpecAugment; Park et al., 2019).</summary>
    public int TimeMasks { get; init; } = 2;

    /// <summary>The longest masked run as a share of the window.</summary>
    public float TimeMaskShare { get; init; } = 0.12f;

    /// <summary>Runs of bands that are masked.</summary>
    public int BandMasks { get; init; } = 2;

    /// <summary>The widest masked run as a share of the bands.</summary>
    public float BandMaskShare { get; init; } = 0.12f;
}
