namespace Earshot.Training.Sampling;

/// <summary>
/// How windows are varied before they are learnt from. All of it works on log-mel features; sounds are added as powers.
/// Shares are probabilities, from 0 (never) to 1 (always). Where a window starts in its clip is always random.
/// </summary>
public sealed record AugmentationOptions
{
    /// <summary>
    /// How far classes are balanced, from 0 (every clip is drawn equally often) to 1 (every class is): a class of n clips is
    /// drawn in proportion to n^(1 - balance).
    /// </summary>
    public float ClassBalance { get; init; } = 1;

    /// <summary>With auxiliary sounds, how often one of them is drawn, from 0 (never) to below 1. Without, it has no effect.</summary>
    public float AuxiliaryShare { get; init; } = 0.5f;

    /// <summary>The share of windows that are mixed from two clips (Tokozume et al., "Between-class learning", 2018).</summary>
    public float MixShare { get; init; } = 0.8f;

    /// <summary>
    /// The share of windows that are mixed from two clips by mixup (Zhang et al., "mixup: beyond empirical risk minimization",
    /// 2018): unlike <see cref="MixShare"/> it does not make up for their levels. Both shares together are at most 1.
    /// </summary>
    public float MixupShare { get; init; }

    /// <summary>Both parameters of the beta distribution that mixup draws its share from, above 0: small ones mix little.</summary>
    public float MixupAlpha { get; init; } = 0.3f;

    /// <summary>What mixup interpolates.</summary>
    public MixupDomain MixupDomain { get; init; } = MixupDomain.SoundPressure;

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

    /// <summary>The largest circular shift in time as a share of the window, either way, from 0 (none) to 1.</summary>
    public float TimeRoll { get; init; }

    /// <summary>The share of windows that noise is added to; their targets stay.</summary>
    public float NoiseShare { get; init; }

    /// <summary>Where that noise comes from.</summary>
    public NoiseSource NoiseSource { get; init; } = NoiseSource.Both;

    /// <summary>The lowest ratio of a window's level to that of the added noise, in dB of A-weighted level.</summary>
    public float LowestSignalToNoise { get; init; } = 5;

    /// <summary>The highest ratio of a window's level to that of the added noise, in dB of A-weighted level.</summary>
    public float HighestSignalToNoise { get; init; } = 30;

    /// <summary>
    /// The share of windows that a random microphone hears: a tilt over all bands, a high-pass of first order (its port and
    /// coupling) and a low-pass of second order (its resonance and the anti-alias filter).
    /// </summary>
    public float MicrophoneShare { get; init; }

    /// <summary>The largest tilt from the lowest to the highest band, in dB, either way.</summary>
    public float MicrophoneTiltDecibels { get; init; } = 6;

    /// <summary>The highest corner of the high-pass, in Hz; corners are drawn evenly in octaves from 20 Hz up.</summary>
    public float MicrophoneHighPassHertz { get; init; } = 300;

    /// <summary>The lowest corner of the low-pass, in Hz; corners are drawn evenly in octaves up to twice the highest band.</summary>
    public float MicrophoneLowPassHertz { get; init; } = 4000;

    /// <summary>
    /// The share of windows that a microphone's own noise is added to: white and stationary. It also fills digital silence,
    /// which no microphone hears.
    /// </summary>
    public float NoiseFloorShare { get; init; }

    /// <summary>The lowest level of that noise, in dB of A-weighted level relative to a full-scale sine of 1 kHz.</summary>
    public float LowestNoiseFloor { get; init; } = -85;

    /// <summary>The highest level of that noise, in dB of A-weighted level relative to a full-scale sine of 1 kHz.</summary>
    public float HighestNoiseFloor { get; init; } = -55;

    /// <summary>Runs of frames that are masked (SpecAugment; Park et al., 2019).</summary>
    public int TimeMasks { get; init; } = 2;

    /// <summary>The longest masked run as a share of the window.</summary>
    public float TimeMaskShare { get; init; } = 0.12f;

    /// <summary>Runs of bands that are masked.</summary>
    public int BandMasks { get; init; } = 2;

    /// <summary>The widest masked run as a share of the bands.</summary>
    public float BandMaskShare { get; init; } = 0.12f;
}
