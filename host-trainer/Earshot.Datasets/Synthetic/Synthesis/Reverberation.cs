namespace Earshot.Datasets.Synthetic.Synthesis;

/// <summary>The sound of a street or a yard: damped feedback delays in parallel (M. R. Schroeder, 1962).</summary>
internal static class Reverberation
{
    /// <summary>Adds reverberation to a sound.</summary>
    /// <param name="sound">The sound.</param>
    /// <param name="random">Chooses the reflections' distances.</param>
    /// <param name="seconds">Time until it has fallen by 60 dB.</param>
    /// <param name="wet">Amplitude of the reverberation beside the sound's.</param>
    public static void Add(Sound sound, DeterministicRandom random, double seconds, double wet)
    {
        var dry = (double[])sound.Samples.Clone();
        for (var i = 0; i < 4; i++)
        {
            AddDelay(sound.Samples, dry, random.Ratio(0.017, 0.071), seconds, wet / 2);
        }
    }

    private static void AddDelay(double[] target, double[] dry, double delay, double seconds, double wet)
    {
        var line = new double[Math.Max(1, Sound.SampleCount(delay))];
        var feedback = Exponent.Amplitude(-60 * delay / seconds);
        double damped = 0;
        for (int i = 0, place = 0; i < dry.Length; i++)
        {
            var echo = line[place];
            damped += 0.6 * (echo - damped);
            line[place] = dry[i] + (feedback * damped);
            target[i] += wet * echo;
            place = place + 1 == line.Length ? 0 : place + 1;
        }
    }
}
