namespace Earshot.Training.Sampling;

/// <summary>How loud two sounds are in a mixture (Tokozume et al., "Between-class learning", 2018).</summary>
internal static class MixingWeights
{
    /// <summary>The amplitude of the first sound, that of the second being what is left to 1.</summary>
    /// <param name="share">The share at which the first shall be heard, 0 to 1.</param>
    /// <param name="power">Its power.</param>
    /// <param name="otherPower">The power of the second; what one is louder is made up for.</param>
    internal static double Amplitude(double share, double power, double otherPower)
    {
        var levelRatio = Math.Sqrt(Math.Max(power, 1e-12) / Math.Max(otherPower, 1e-12));
        return share > 0 ? 1 / (1 + (levelRatio * (1 - share) / share)) : 0;
    }
}
