namespace Earshot.Audio;

/// <summary>One channel of sound.</summary>
/// <param name="Samples">The samples; full scale is ±1, values beyond it are allowed and saturate later.</param>
/// <param name="SampleRate">Samples per second, in Hz.</param>
public sealed record AudioSignal(float[] Samples, int SampleRate)
{
    /// <summary>The length in time.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);
}
