using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic.Sounds;

/// <summary>A power drill: the whine of gear and motor, which sags under load, and the rough noise of the bit, in long runs.</summary>
internal sealed class Drilling : IUrbanSound
{
    public string Label => "drilling";

    public void Render(Sound sound, DeterministicRandom random)
    {
        var whine = random.Ratio(700, 2200);
        var rotation = random.Ratio(35, 75);
        var (whineLevel, noiseLevel) = (random.Ratio(0.25, 0.8), random.Ratio(0.5, 1.3));
        for (var time = random.Between(-1.5, 0.2); time < sound.Seconds;)
        {
            var length = random.Between(1.2, 3.5);
            sound.Mix(Run(random, length, whine, rotation, whineLevel, noiseLevel), time, 1);
            time += length + random.Between(0.1, 0.4);
        }
    }

    private static Sound Run(
        DeterministicRandom random, double seconds, double whine, double rotation, double whineLevel, double noiseLevel)
    {
        var gear = new Pulses(random.Unit());
        var motor = new Tone(random.Unit());
        var roughness = new Tone(random.Unit());
        var bit = Filter.Band(random.Ratio(1800, 4500), 0.7);
        var housing = Filter.Band(whine * random.Between(1.5, 2.5), 1.5);
        var load = new Wander(random, 4);
        var elapsed = 0;
        return new Sound(seconds).Fill(() =>
        {
            // The motor needs about a tenth of a second to come up to speed.
            var start = Math.Min(1, elapsed++ / (0.12 * Sound.SampleRate));
            var speed = (0.5 + (0.5 * start)) * (1 + (0.04 * load.Next()));
            var tonal = housing.Next(gear.Next(whine * speed)) + (0.5 * motor.Next(whine * speed));
            var rough = 0.65 + (0.35 * roughness.Next(rotation * speed));
            return (whineLevel * tonal) + (noiseLevel * rough * start * 1.5 * bit.Next(random.Noise()));
        }).Fade(0.03, 0.08);
    }
}
