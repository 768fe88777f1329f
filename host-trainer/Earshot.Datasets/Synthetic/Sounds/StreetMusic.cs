using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic.Sounds;

/// <summary>A busker: chords that change with the bar, plucked or bowed, a bass, a melody and often a beat.</summary>
internal sealed class StreetMusic : IUrbanSound
{
    private static readonly int[][] Progressions = [[0, 7, 9, 5], [0, 5, 7, 0], [9, 5, 0, 7], [0, 9, 5, 7], [2, 7, 0, 0]];
    private static readonly int[] Scale = [0, 2, 4, 7, 9, 12, 14, 16];

    public string Label => "street_music";

    public void Render(Sound sound, DeterministicRandom random)
    {
        var beat = 60 / random.Between(80, 150);
        var key = random.Ratio(110, 208);
        var progression = random.Pick<int[]>(Progressions);
        var plucked = random.Chance(0.6);
        var brightness = random.Ratio(1200, 4500);
        var (drums, melody) = (random.Chance(0.6), random.Chance(0.7));
        for (var (time, count) = (random.Between(-beat, 0), random.Whole(0, 15)); time < sound.Seconds; time += beat, count++)
        {
            var root = progression[count / 2 % progression.Length];
            int[] chord = root is 9 or 2 ? [0, 3, 7] : [0, 4, 7];
            foreach (var interval in chord)
            {
                sound.Mix(Note(random, Pitch(key, root + interval + 12), beat * 1.1, plucked, brightness), time, 0.35);
            }

            sound.Mix(Note(random, Pitch(key, root) / 2, beat, true, 700), time, 0.6);
            if (melody)
            {
                var pitch = Pitch(key, random.Pick<int>(Scale) + 24);
                sound.Mix(Note(random, pitch, beat / 2, plucked, brightness * 1.3), time + (random.Chance(0.4) ? beat / 2 : 0), 0.5);
            }

            if (drums)
            {
                Beat(sound, random, time, beat, count);
            }
        }
    }

    private static double Pitch(double key, int semitones) => key * Exponent.Power(2, semitones / 12.0);

    private static Sound Note(DeterministicRandom random, double pitch, double seconds, bool plucked, double brightness)
    {
        var string1 = new Pulses(random.Unit());
        var string2 = new Pulses(random.Unit());
        var tone = Filter.Low(brightness, 1);
        var detune = 1 + random.Between(0.001, 0.005);
        var decay = Exponent.DecayFactor(plucked ? random.Between(0.15, 0.4) : 3);
        double level = 1;
        return new Sound(seconds).Fill(() =>
        {
            level *= decay;
            return level * tone.Next(string1.Next(pitch) + (0.6 * string2.Next(pitch * detune)));
        }).Fade(plucked ? 0.004 : 0.05, 0.04);
    }

    private static void Beat(Sound sound, DeterministicRandom random, double time, double beat, int count)
    {
        var drum = new Tone();
        double level = 1, pitch = 130;
        var (decay, fall) = (Exponent.DecayFactor(0.06), Exponent.DecayFactor(0.08));
        if (count % 2 == 0)
        {
            sound.Mix(new Sound(0.25).Fill(() => (level *= decay) * drum.Next(40 + (pitch *= fall))), time, 1);
        }

        var cymbal = Filter.High(5000);
        double hit = 1;
        var short1 = Exponent.DecayFactor(0.02);
        sound.Mix(new Sound(0.1).Fill(() => (hit *= short1) * cymbal.Next(random.Noise())), time + (beat / 2), 0.3);
    }
}
