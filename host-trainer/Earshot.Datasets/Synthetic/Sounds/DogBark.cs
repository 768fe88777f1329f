using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic.Sounds;

/// <summary>Short, hard bursts whose pitch jumps up and falls, through the formants of a muzzle, in groups.</summary>
internal sealed class DogBark : IUrbanSound
{
    public string Label => "dog_bark";

    public void Render(Sound sound, DeterministicRandom random)
    {
        var size = random.Ratio(0.6, 1.7);
        var pitch = 420 / size;
        var first = random.Between(650, 950) / Math.Sqrt(size);
        var second = random.Between(1300, 1900) / Math.Sqrt(size);
        var breath = random.Between(0.15, 0.45);
        var interval = random.Between(0.28, 0.6);
        for (var time = random.Between(0.02, 0.3); time < sound.Seconds - 0.05;)
        {
            for (var barks = random.Whole(1, 4); barks > 0; barks--)
            {
                sound.Mix(Bark(random, pitch, first, second, breath), time, random.Between(0.6, 1));
                time += interval * random.Between(0.85, 1.2);
            }

            time += random.Between(0, 0.4);
        }
    }

    private static Sound Bark(DeterministicRandom random, double pitch, double first, double second, double breath)
    {
        var peak = pitch * random.Between(0.9, 1.2) * 1.35;
        var end = pitch * random.Between(0.6, 0.8);
        var bark = Voice.Syllable(
            random,
            random.Between(0.1, 0.2),
            place => place < 0.25 ? pitch + ((peak - pitch) * place * 4) : peak + ((end - peak) * (place - 0.25) / 0.75),
            breath,
            (first, 3, 1),
            (second, 4, 0.8),
            (2.1 * second, 4, 0.35));
        return bark.Fade(0.008, 0.09);
    }
}
