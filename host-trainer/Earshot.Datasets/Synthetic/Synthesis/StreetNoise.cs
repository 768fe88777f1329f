namespace Earshot.Datasets.Synthetic.Synthesis;

/// <summary>What every place in a town sounds like when nothing happens: noise that falls with frequency and wanders in level.</summary>
internal static class StreetNoise
{
    /// <summary>Makes noise with a random colour.</summary>
    public static Sound Make(DeterministicRandom random, double seconds)
    {
        var rumble = Filter.Low(random.Ratio(60, 250));
        var middle = Filter.Low(random.Ratio(500, 2000));
        var (rumbleGain, middleGain, hiss) = (random.Ratio(1.5, 8), random.Ratio(0.4, 2), random.Ratio(0.03, 0.4));
        var wander = new Wander(random, random.Between(0.5, 2));
        var depth = random.Between(0, 0.5);
        return new Sound(seconds).Fill(() =>
        {
            var noise = random.Noise();
            var coloured = (rumbleGain * rumble.Next(noise)) + (middleGain * middle.Next(noise)) + (hiss * noise);
            return coloured * (1 + (depth * wander.Next()));
        });
    }
}
