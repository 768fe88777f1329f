using Earshot.Training.Features;
using Earshot.Training.Randomness;

namespace Earshot.Training.Tests.Running;

/// <summary>Three classes that differ in which bands are strong, with noise; every fourth clip starts silent.</summary>
internal static class SyntheticFeatures
{
    internal static FeatureSet Create(int clipsPerClass = 8, int frames = 70, int bands = 8)
    {
        var random = new RandomSource(11);
        var clips = new List<FeatureClip>();
        for (var i = 0; i < clipsPerClass * 3; i++)
        {
            var label = i % 3;
            var silent = i % 4 == 0 ? frames / 2 : 0;
            var values = new sbyte[frames * bands];
            var levels = new int[frames];
            for (var frame = 0; frame < frames; frame++)
            {
                levels[frame] = (frame < silent ? -128 : -20) * 256;
                for (var band = 0; band < bands; band++)
                {
                    var strong = band * 3 / bands == label ? 40 : -40;
                    var value = frame < silent ? -100 : strong + (20 * random.NextNormal());
                    values[(frame * bands) + band] = (sbyte)Math.Clamp(value, -128, 127);
                }
            }

            clips.Add(new FeatureClip($"clip{i}", label, 1 + (i / 3 % 4), values, levels));
        }

        return new FeatureSet
        {
            Labels = ["low", "middle", "high"],
            Clips = clips,
            Bands = bands,
            Scale = 0.02f,
            ZeroPoint = 0,
            UnitsPerDoubling = [.. Enumerable.Repeat(0.15f, bands)],
            HopSeconds = 0.016f,
        };
    }
}
