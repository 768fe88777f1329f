using Earshot.Emulator.Sound;
using Earshot.Numerics;

namespace Earshot.FieldTrials.Nodes;

/// <summary>Something to hear that needs no recordings: bursts of noise, tones and clicks with pauses between, for ever.</summary>
public static class StreetSound
{
    private const int SampleRate = 16000;
    private const int Kinds = 6;

    /// <summary>Begins.</summary>
    /// <param name="gap">Silence between two sounds.</param>
    /// <param name="seed">Seed of sounds and order.</param>
    public static ISoundSource Begin(TimeSpan gap, int seed) =>
        new ShuffledSounds(SampleRate, [.. Enumerable.Range(0, Kinds).Select(kind => Clip(kind, seed))], gap, seed);

    // Full scale is 32768; these are some 10 to 20 dB below it.
    private static SoundClip Clip(int kind, int seed)
    {
        var random = new Random((seed * Kinds) + kind);
        var samples = new short[(2 + kind) * SampleRate];
        var hertz = 300.0 * (kind + 1);
        for (var index = 0; index < samples.Length; index++)
        {
            var time = (double)index / SampleRate;
            var noise = (random.NextDouble() * 2) - 1;
            var tone = PortableMath.Sin(2 * Math.PI * hertz * time * (1 + (0.2 * PortableMath.Sin(2 * Math.PI * time))));
            var beat = kind % 3 == 2 && time * 8 % 1 > 0.3 ? 0 : 1;
            samples[index] = (short)(beat * 8000 * (kind % 2 == 0 ? noise : tone));
        }

        return new SoundClip($"sound {kind}", "", samples);
    }
}
