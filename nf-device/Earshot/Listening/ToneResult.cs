namespace Earshot;

/// <summary>What became of a tone that was played to the microphone; see <see cref="DmaMicrophone.ListenForTone"/>.</summary>
public sealed class ToneResult
{
    /// <summary>How far a tone has to stand out to count as heard, in 1/256 dB: 10 dB.</summary>
    public const int LeastRatio = 2560;

    /// <summary>Describes a result.</summary>
    public ToneResult(int level, int ratio, int samples)
    {
        Level = level;
        Ratio = ratio;
        Samples = samples;
    }

    /// <summary>Level of the tone in 1/256 dB of a full-scale sine. A calibrator's level less this is the settings' FullScaleLevel.</summary>
    public int Level { get; }

    /// <summary>The tone to everything else, in 1/256 dB.</summary>
    public int Ratio { get; }

    /// <summary>Samples that were heard; 0 when there were none in time.</summary>
    public int Samples { get; }

    /// <summary>Whether the tone was heard.</summary>
    public bool IsHeard => Samples > 0 && Ratio >= LeastRatio;
}
