using Earshot.Training.Features;
using Earshot.Training.Randomness;
using Earshot.Training.Sampling;
using Earshot.Training.Tests.Running;
using Xunit;

namespace Earshot.Training.Tests.Sampling;

public class WindowSamplerTests
{
    private const int Frames = 20;

    private static readonly AugmentationOptions Nothing = NoAugmentation.Options;

    [Fact]
    public void WithoutAugmentationWindowsAreTheClipsOwn()
    {
        var set = SyntheticFeatures.Create();
        var (features, targets) = Draw(set, Nothing, 12);
        var size = Frames * set.Bands;
        for (var i = 0; i < 12; i++)
        {
            var label = targets.AsSpan(i * 3, 3).IndexOf(1f);
            sbyte[] window = [.. features[(i * size)..((i + 1) * size)].Select(value => (sbyte)MathF.Round(value / set.Scale))];
            Assert.Contains(set.Clips, clip => clip.Label == label && clip.Values.AsSpan().IndexOf(window) >= 0);
        }
    }

    [Fact]
    public void QuietWindowsAreNotDrawn()
    {
        var set = SyntheticFeatures.Create();
        var (features, _) = Draw(set, Nothing, 200);
        var size = Frames * set.Bands;
        var silent = Enumerable.Range(0, 200)
            .Select(i => features.AsSpan(i * size, size).ToArray().Count(value => value == -100 * set.Scale) / (double)size);
        // A window may be up to three quarters quiet.
        Assert.All(silent, share => Assert.InRange(share, 0, 0.76));
    }

    [Fact]
    public void EveryClassIsDrawnEquallyOften()
    {
        var set = SyntheticFeatures.Create();
        var rare = set.Where(clip => clip.Label != 0 || clip.Name == "clip3");
        var (_, targets) = Draw(rare, Nothing, 900);
        for (var label = 0; label < 3; label++)
        {
            Assert.InRange(Enumerable.Range(0, 900).Count(i => targets[(i * 3) + label] == 1), 230, 370);
        }
    }

    [Fact]
    public void GainMovesFeaturesByItsDoublings()
    {
        var set = SyntheticFeatures.Create() with { ZeroPoint = 3 };
        var flat = set with
        {
            Clips = [.. set.Clips.Select(clip => clip with { Values = [.. clip.Values.Select(_ => (sbyte)13)] })],
        };
        var (features, _) = Draw(flat, Nothing with { GainDecibels = 6 }, 50);
        var plain = 10 * flat.Scale;
        var limit = 6 / 3.0103f * flat.UnitsPerDoubling[0];
        Assert.All(features, value => Assert.InRange(value, plain - limit - 1e-4f, plain + limit + 1e-4f));
        Assert.Contains(features, value => value > plain + (limit / 2));
        Assert.Contains(features, value => value < plain - (limit / 2));
    }

    [Fact]
    public void MixturesAddPowersAndShareTheTarget()
    {
        var set = SyntheticFeatures.Create();
        var flat = set with
        {
            Clips = [.. set.Clips
                .Where(clip => clip.Levels[0] == clip.Levels[^1])
                .Select(clip => clip with { Values = [.. clip.Values.Select(_ => (sbyte)(clip.Label * 20))] })],
        };
        var (features, targets) = Draw(flat, Nothing with { MixShare = 1 }, 100);
        var size = Frames * set.Bands;
        for (var i = 0; i < 100; i++)
        {
            var target = targets.AsSpan(i * 3, 3).ToArray();
            Assert.Equal(1, target.Sum(), 1e-5f);
            var powers = new double[3];
            for (var label = 0; label < 3; label++)
            {
                powers[label] = Math.Pow(2, label * 20 * set.Scale / set.UnitsPerDoubling[0]);
            }

            var labels = Enumerable.Range(0, 3).Where(label => target[label] > 0).ToArray();
            if (labels.Length == 2)
            {
                // Levels are equal, so the share of the target is the share of the amplitude.
                double a = target[labels[0]] * target[labels[0]], b = target[labels[1]] * target[labels[1]];
                var power = ((a * powers[labels[0]]) + (b * powers[labels[1]])) / (a + b);
                Assert.Equal(Math.Log2(power) * set.UnitsPerDoubling[0], features[i * size], 2e-3);
            }
        }
    }

    [Fact]
    public void AllAugmentationsKeepFeaturesInTheirRange()
    {
        var set = SyntheticFeatures.Create();
        var (features, _) = Draw(set, new AugmentationOptions { GainDecibels = 60, EqualizerDecibels = 30 }, 200);
        Assert.All(features, value => Assert.InRange(value, -128 * set.Scale, 127 * set.Scale));
        Assert.Contains(0f, features);
    }

    [Fact]
    public void AWarpedRampIsALineOfTheSameSlope()
    {
        // Feature = 10 · band + frame, so tempo 1.5 and a rise of 0.25 bands change it by known amounts.
        var values = Enumerable.Range(0, 40 * 6).Select(i => (sbyte)((10 * (i % 6)) + (i / 6))).ToArray();
        var window = new float[5 * 6];
        Warp.Read(values, 6, start: 10, tempo: 1.5f, shift: 0.25f, window);
        for (var frame = 0; frame < 5; frame++)
        {
            for (var band = 1; band < 5; band++)
            {
                var expected = (10 * (band - 0.25f)) + 12 + ((frame - 2) * 1.5f);
                Assert.Equal(expected, window[(frame * 6) + band], 1e-3f);
            }
        }
    }

    private static (float[] Features, float[] Targets) Draw(FeatureSet set, AugmentationOptions options, int count)
    {
        var features = new float[count * Frames * set.Bands];
        var targets = new float[count * 3];
        new WindowSampler(set, new QuietGate(), options, Frames).Fill(features, targets, new RandomSource(1));
        return (features, targets);
    }
}
