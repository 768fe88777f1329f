using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic;

/// <summary>Puts an urban sound into a street: some distance, some reverberation, background noise and a random level.</summary>
internal static class ClipRenderer
{
    /// <summary>Signal-to-noise ratio of the quietest clip in dB.</summary>
    public const double LowestSignalToNoise = 5;

    /// <summary>Signal-to-noise ratio of the clearest clip in dB.</summary>
    public const double HighestSignalToNoise = 25;

    private const double LargestPeak = 0.98;

    /// <summary>Renders 16-bit samples at 16 kHz; the same random numbers give the same samples on every system.</summary>
    public static short[] Render(IUrbanSound urbanSound, double seconds, DeterministicRandom random)
    {
        var sound = new Sound(seconds);
        urbanSound.Render(sound, random);
        Reverberation.Add(sound, random, random.Between(0.2, 0.9), random.Between(0, 0.25));
        var distance = Filter.Low(random.Ratio(3500, 7500));
        var microphone = Filter.High(random.Ratio(30, 90));
        sound.Apply(sample => microphone.Next(distance.Next(sample)));

        var noise = StreetNoise.Make(random, seconds);
        var ratio = Exponent.Amplitude(random.Between(LowestSignalToNoise, HighestSignalToNoise));
        sound.Mix(noise, 0, sound.ActiveLevel() / (noise.ActiveLevel() * ratio));

        var gain = Exponent.Amplitude(random.Between(-34, -14)) / sound.ActiveLevel();
        var peak = gain * sound.Samples.Max(Math.Abs);
        return ToPcm16(sound.Samples, peak > LargestPeak ? gain * LargestPeak / peak : gain);
    }

    private static short[] ToPcm16(double[] samples, double gain)
    {
        var pcm = new short[samples.Length];
        for (var i = 0; i < pcm.Length; i++)
        {
            pcm[i] = (short)Math.Round(samples[i] * gain * 32767);
        }

        return pcm;
    }
}
