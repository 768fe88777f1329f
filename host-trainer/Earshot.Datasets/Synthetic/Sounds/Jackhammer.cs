using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic.Sounds;

/// <summary>A train of blows, 12 to 26 a second: noise of the stone, the ring of the chisel, a thump and hissing air.</summary>
internal sealed class Jackhammer : IUrbanSound
{
    public string Label => "jackhammer";

    public void Render(Sound sound, DeterministicRandom random)
    {
        var rate = random.Ratio(12, 26);
        var stone = Filter.Band(random.Ratio(900, 3000), 0.6);
        var chisel = Filter.Band(random.Ratio(1500, 4200), random.Between(10, 30));
        var ground = Filter.Band(random.Ratio(60, 140), 2);
        var (ring, thump, hiss) = (random.Ratio(1, 5), random.Ratio(0.5, 2), random.Ratio(0.03, 0.12));
        var decay = Exponent.DecayFactor(random.Between(0.006, 0.014));
        double phase = 0, blow = 0, pause = 0;
        sound.Fill(() =>
        {
            if (pause > 0)
            {
                pause -= 1.0 / Sound.SampleRate;
            }
            else
            {
                phase += rate / Sound.SampleRate;
            }

            double impulse = 0;
            if (phase >= 1)
            {
                phase -= random.Between(0.95, 1.05);
                impulse = random.Between(0.8, 1.2);
                blow += impulse;
                pause = random.Chance(0.02) ? random.Between(0.1, 0.4) : 0;
            }

            blow *= decay;
            var noise = random.Noise();
            var struck = blow * noise;
            return (2 * stone.Next(struck)) + (ring * chisel.Next(impulse + (0.2 * struck)))
                + (thump * 4 * ground.Next(impulse)) + (hiss * noise);
        });
    }
}
