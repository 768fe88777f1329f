using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic.Sounds;

/// <summary>An emergency vehicle: wail (slow sweep), yelp (fast sweep) or two alternating tones, passing by.</summary>
internal sealed class Siren : IUrbanSound
{
    public string Label => "siren";

    public void Render(Sound sound, DeterministicRandom random)
    {
        var kind = random.Whole(0, 2);
        var (low, high) = kind == 2
            ? (random.Ratio(400, 520), random.Ratio(530, 700))
            : (random.Ratio(520, 750), random.Ratio(1150, 1650));
        var period = kind switch
        {
            0 => random.Between(1.8, 4.5),
            1 => random.Between(0.22, 0.42),
            _ => random.Between(0.8, 1.3),
        };
        var rise = random.Between(0.35, 0.65);
        var horn = new Pulses(random.Unit());
        var octave = new Tone(random.Unit());
        var throat = Filter.Band(random.Ratio(900, 1800), 0.8);
        var limit = Filter.Low(random.Ratio(3000, 6500));
        var (doppler, approach) = (random.Between(-0.02, 0.02), random.Between(-0.5, 0.5));
        double phase = random.Unit(), time = 0;
        sound.Fill(() =>
        {
            time += 1.0 / sound.Samples.Length;
            phase += 1 / (period * Sound.SampleRate);
            phase -= Math.Floor(phase);
            var sweep = kind == 2 ? (phase < 0.5 ? 0 : 1) : phase < rise ? phase / rise : (1 - phase) / (1 - rise);
            var frequency = (low + ((high - low) * sweep)) * (1 + (doppler * (time - 0.5)));
            var pulses = horn.Next(frequency);
            var shaped = (0.6 * throat.Next(pulses)) + (0.4 * limit.Next(pulses)) + (0.3 * octave.Next(frequency));
            return shaped * (1 + (approach * (time - 0.5)));
        });
    }
}
