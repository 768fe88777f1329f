using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic.Sounds;

/// <summary>Several high voices at once: syllables with gliding pitch and moving formants, now and then a shout.</summary>
internal sealed class ChildrenPlaying : IUrbanSound
{
    // First and second formant of children's vowels in Hz (after Peterson and Barney, 1952).
    private static readonly (double First, double Second)[] Vowels =
        [(370, 3200), (530, 2730), (690, 2610), (1010, 2320), (1030, 1370), (680, 1060), (560, 1410), (430, 1170), (850, 1590)];

    public string Label => "children_playing";

    public void Render(Sound sound, DeterministicRandom random)
    {
        var children = random.Whole(4, 8);
        for (var child = 0; child < children; child++)
        {
            var pitch = random.Ratio(260, 480);
            var gain = random.Ratio(0.3, 1);
            for (var time = random.Between(-0.2, 0.5); time < sound.Seconds;)
            {
                time = Speak(sound, random, time, pitch, gain);
                time += random.Between(0.1, 0.7);
            }
        }
    }

    private static double Speak(Sound sound, DeterministicRandom random, double time, double pitch, double gain)
    {
        for (var syllables = random.Whole(1, 5); syllables > 0; syllables--)
        {
            var shout = random.Chance(0.15);
            var length = shout ? random.Between(0.25, 0.6) : random.Between(0.08, 0.22);
            var from = pitch * random.Between(0.85, 1.3) * (shout ? 1.6 : 1);
            var to = from * random.Between(0.75, 1.3);
            var vibrato = random.Between(4, 7) * length;
            var (first, second) = random.Pick<(double, double)>(Vowels);
            if (random.Chance(0.3))
            {
                sound.Mix(Consonant(random), time, gain * 0.5);
            }

            sound.Mix(
                Voice.Syllable(
                    random,
                    length,
                    place => (from + ((to - from) * place)) * (1 + (0.02 * Sine.OfTurns(place * vibrato))),
                    0.08,
                    (first, 6, 1),
                    (second, 10, 0.7),
                    (random.Between(3300, 3900), 12, 0.4)).Fade(0.02, 0.04),
                time,
                gain * (shout ? 1.6 : 1));
            time += length + random.Between(0.0, 0.06);
        }

        return time;
    }

    private static Sound Consonant(DeterministicRandom random)
    {
        var hiss = Filter.Band(random.Between(3500, 6500), 1.5);
        return new Sound(random.Between(0.03, 0.09)).Fill(() => hiss.Next(random.Noise())).Fade(0.01, 0.02);
    }
}
