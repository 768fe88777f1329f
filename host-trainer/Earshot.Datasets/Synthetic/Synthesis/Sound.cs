namespace Earshot.Datasets.Synthetic.Synthesis;

/// <summary>A stretch of sound under construction: 16 kHz, one channel, any amplitude.</summary>
internal sealed class Sound
{
    /// <summary>Samples per second.</summary>
    public const int SampleRate = Audio.SampleRates.Model;

    /// <summary>Creates silence.</summary>
    public Sound(double seconds) => Samples = new double[Math.Max(1, SampleCount(seconds))];

    /// <summary>The samples.</summary>
    public double[] Samples { get; }

    /// <summary>Its length in seconds.</summary>
    public double Seconds => (double)Samples.Length / SampleRate;

    /// <summary>The number of samples of a time in seconds.</summary>
    public static int SampleCount(double seconds) => (int)(seconds * SampleRate);

    /// <summary>Adds another sound at a time; what falls outside is cut off.</summary>
    public void Mix(Sound other, double atSeconds, double gain)
    {
        var offset = SampleCount(atSeconds);
        var first = Math.Max(0, -offset);
        var end = Math.Min(other.Samples.Length, Samples.Length - offset);
        for (var i = first; i < end; i++)
        {
            Samples[offset + i] += gain * other.Samples[i];
        }
    }

    /// <summary>Fills the sound sample by sample.</summary>
    public Sound Fill(Func<double> next)
    {
        for (var i = 0; i < Samples.Length; i++)
        {
            Samples[i] = next();
        }

        return this;
    }

    /// <summary>Replaces each sample.</summary>
    public Sound Apply(Func<double, double> change)
    {
        for (var i = 0; i < Samples.Length; i++)
        {
            Samples[i] = change(Samples[i]);
        }

        return this;
    }

    /// <summary>Multiplies the sound by an envelope that rises and falls linearly at its ends.</summary>
    public Sound Fade(double attackSeconds, double releaseSeconds)
    {
        var attack = Math.Clamp(SampleCount(attackSeconds), 1, Samples.Length);
        var release = Math.Clamp(SampleCount(releaseSeconds), 1, Samples.Length);
        for (var i = 0; i < attack; i++)
        {
            Samples[i] *= (double)i / attack;
        }

        for (var i = 0; i < release; i++)
        {
            Samples[^(i + 1)] *= (double)i / release;
        }

        return this;
    }

    /// <summary>The level of its loud parts: the root mean square of the loudest third of its 50 ms blocks.</summary>
    public double ActiveLevel()
    {
        const int Block = SampleRate / 20;
        var powers = new double[Math.Max(1, Samples.Length / Block)];
        for (var i = 0; i < powers.Length * Block && i < Samples.Length; i++)
        {
            powers[i / Block] += Samples[i] * Samples[i] / Block;
        }

        Array.Sort(powers);
        var count = Math.Max(1, powers.Length / 3);
        double sum = 0;
        foreach (var power in powers.AsSpan(powers.Length - count))
        {
            sum += power;
        }

        return Math.Sqrt(sum / count);
    }
}
