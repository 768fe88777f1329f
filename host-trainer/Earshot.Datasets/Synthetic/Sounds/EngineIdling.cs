using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic.Sounds;

/// <summary>A combustion engine: pulses at the firing rate, each cylinder a little different, through the exhaust's resonances.</summary>
internal sealed class EngineIdling : IUrbanSound
{
    public string Label => "engine_idling";

    public void Render(Sound sound, DeterministicRandom random)
    {
        var cylinders = random.Pick<int>([3, 4, 4, 6, 8]);
        var firing = random.Ratio(18, 42);
        var strength = Enumerable.Range(0, cylinders).Select(_ => random.Between(0.6, 1)).ToArray();
        var exhaust = Filter.Band(random.Ratio(60, 130), random.Between(1.5, 4));
        var block = Filter.Band(random.Ratio(180, 420), random.Between(1.5, 4));
        var rattle = Filter.Band(random.Ratio(900, 2600), 1.5);
        var (blockLevel, rattleLevel) = (random.Ratio(0.3, 1), random.Ratio(0.1, 0.5));
        var wander = new Wander(random, 3);
        var pulseDecay = Exponent.DecayFactor(random.Between(0.004, 0.009));
        var tickDecay = Exponent.DecayFactor(random.Between(0.003, 0.006));
        double phase = 0, pulse = 0, tick = 0;
        var cylinder = 0;
        sound.Fill(() =>
        {
            phase += firing * (1 + (0.03 * wander.Next())) / Sound.SampleRate;
            if (phase >= 1)
            {
                phase -= 1;
                cylinder = (cylinder + 1) % cylinders;
                pulse += strength[cylinder] * random.Between(0.85, 1.15);
                tick += strength[cylinder];
            }

            pulse *= pulseDecay;
            tick *= tickDecay;
            var gas = pulse * (1 + (0.4 * random.Noise()));
            return (2 * exhaust.Next(gas)) + (blockLevel * block.Next(gas)) + (rattleLevel * rattle.Next((tick + 0.05) * random.Noise()));
        });
    }
}
