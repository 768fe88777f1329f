using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic.Sounds;

/// <summary>One or two bright horns a third apart, pressed several times.</summary>
internal sealed class CarHorn : IUrbanSound
{
    public string Label => "car_horn";

    public void Render(Sound sound, DeterministicRandom random)
    {
        var low = random.Ratio(290, 480);
        var ratio = random.Pick<double>([1.189, 1.26, 1.26, 1.335]);
        var horns = random.Chance(0.8) ? 2 : 1;
        var brightness = random.Ratio(2500, 6500);
        var throat = random.Ratio(1200, 2800);
        var longPresses = random.Chance(0.4);
        for (var time = random.Between(0, 0.3); time < sound.Seconds - 0.1;)
        {
            var length = longPresses ? random.Between(0.7, 1.8) : random.Between(0.14, 0.5);
            sound.Mix(Press(random, length, low, ratio, horns, brightness, throat), time, random.Between(0.8, 1));
            time += length + random.Between(0.08, 0.45);
        }
    }

    private static Sound Press(
        DeterministicRandom random, double seconds, double low, double ratio, int horns, double brightness, double throat)
    {
        var first = new Pulses(random.Unit());
        var second = new Pulses(random.Unit());
        var limit = Filter.Low(brightness);
        var body = Filter.Band(throat, 1.2);
        return new Sound(seconds).Fill(() =>
        {
            // The diaphragm clips, which is what makes a horn bright.
            var both = first.Next(low) + (horns == 2 ? second.Next(low * ratio) : 0);
            var clipped = 1.5 * both / (1 + Math.Abs(1.5 * both));
            return limit.Next(clipped) + body.Next(clipped);
        }).Fade(0.012, 0.03);
    }
}
