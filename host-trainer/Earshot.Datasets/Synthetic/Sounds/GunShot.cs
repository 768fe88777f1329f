using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic.Sounds;

/// <summary>Single shots: a crack of a few milliseconds, a deep boom and a long echo from the houses.</summary>
internal sealed class GunShot : IUrbanSound
{
    public string Label => "gun_shot";

    public void Render(Sound sound, DeterministicRandom random)
    {
        var boom = random.Ratio(55, 160);
        var body = random.Between(0.02, 0.07);
        var tail = random.Between(0.12, 0.35);
        var tailLevel = random.Ratio(0.1, 0.3);
        for (var time = random.Between(0.05, 0.4); time < sound.Seconds - 0.1;)
        {
            sound.Mix(Shot(random, boom, body, tail, tailLevel), time, random.Between(0.7, 1));
            time += random.Between(0.45, 0.95);
        }

        Reverberation.Add(sound, random, random.Between(0.5, 1.2), random.Between(0.2, 0.5));
    }

    private static Sound Shot(DeterministicRandom random, double boom, double body, double tail, double tailLevel)
    {
        double crack = 4, fast = 1.5, slow = tailLevel, low = 2;
        var (crackDecay, fastDecay) = (Exponent.DecayFactor(0.0015), Exponent.DecayFactor(body));
        var (slowDecay, lowDecay) = (Exponent.DecayFactor(tail), Exponent.DecayFactor(0.06));
        var thud = new Tone();
        var distance = Filter.Low(random.Ratio(1200, 3500));
        return new Sound(6 * tail).Fill(() =>
        {
            crack *= crackDecay;
            fast *= fastDecay;
            slow *= slowDecay;
            low *= lowDecay;
            var noise = random.Noise();
            return ((crack + fast) * noise) + (slow * 2 * distance.Next(noise)) + (low * thud.Next(boom));
        });
    }
}
