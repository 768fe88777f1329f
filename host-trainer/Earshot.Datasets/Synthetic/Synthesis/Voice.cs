namespace Earshot.Datasets.Synthetic.Synthesis;

/// <summary>A throat: pulses and breath through resonances (formants), as in a child's syllable or a dog's bark.</summary>
internal static class Voice
{
    /// <summary>Sounds one syllable.</summary>
    /// <param name="random">Source of the breath.</param>
    /// <param name="seconds">Its length.</param>
    /// <param name="pitch">The pitch in Hz at a position from 0 to 1 in it.</param>
    /// <param name="breath">Share of noise in the source, 0 to 1.</param>
    /// <param name="formants">Frequency (Hz), quality and gain of each resonance.</param>
    public static Sound Syllable(
        DeterministicRandom random,
        double seconds,
        Func<double, double> pitch,
        double breath,
        params ReadOnlySpan<(double Frequency, double Quality, double Gain)> formants)
    {
        var sound = new Sound(seconds);
        var pulses = new Pulses(random.Unit());
        var source = new double[sound.Samples.Length];
        for (var i = 0; i < source.Length; i++)
        {
            source[i] = ((1 - breath) * pulses.Next(pitch((double)i / source.Length))) + (breath * random.Noise());
        }

        foreach (var (frequency, quality, gain) in formants)
        {
            var filter = Filter.Band(frequency, quality);
            for (var i = 0; i < source.Length; i++)
            {
                sound.Samples[i] += gain * filter.Next(source[i]);
            }
        }

        return sound;
    }
}
