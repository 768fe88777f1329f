using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic.Sounds;

/// <summary>A fan: the mains hum of its motor, the tone of its blades and a steady stream of air through a grille.</summary>
internal sealed class AirConditioner : IUrbanSound
{
    public string Label => "air_conditioner";

    public void Render(Sound sound, DeterministicRandom random)
    {
        var mains = random.Pick<double>([50, 60]) * random.Between(0.97, 1.0);
        var hum = Enumerable.Range(1, 6).Select(_ => new Tone(random.Unit())).ToArray();
        var humGains = hum.Select((_, i) => random.Between(0.1, 1) / (1 + (0.5 * i))).ToArray();
        var blades = random.Ratio(90, 240);
        var bladeTones = new[] { new Tone(), new Tone(random.Unit()), new Tone(random.Unit()) };
        var air = Filter.Low(random.Ratio(900, 3200));
        var grille = Filter.Band(random.Ratio(300, 1400), random.Between(0.6, 2));
        var (humLevel, airLevel) = (random.Ratio(0.05, 0.35), random.Ratio(0.6, 1.4));
        var flutter = new Wander(random, random.Between(0.5, 3));
        sound.Fill(() =>
        {
            double tonal = 0;
            for (var i = 0; i < hum.Length; i++)
            {
                tonal += humGains[i] * hum[i].Next(2 * mains * (i + 1));
            }

            for (var i = 0; i < bladeTones.Length; i++)
            {
                tonal += 0.6 / (i + 1) * bladeTones[i].Next(blades * (i + 1));
            }

            var noise = random.Noise();
            return (humLevel * tonal) + (airLevel * (1 + (0.08 * flutter.Next())) * (air.Next(noise) + grille.Next(noise)));
        });
    }
}
