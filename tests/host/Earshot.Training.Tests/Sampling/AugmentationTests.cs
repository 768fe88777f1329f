using Earshot.Training.Features;
using Earshot.Training.Randomness;
using Earshot.Training.Running;
using Earshot.Training.Sampling;
using Earshot.Training.Tests.Running;
using Xunit;

namespace Earshot.Training.Tests.Sampling;

/// <summary>Each option changes the windows as it says, and nothing else.</summary>
public class AugmentationTests
{
    private const int Frames = 20;
    private const float Units = 0.15f;

    private static readonly AugmentationOptions Nothing = NoAugmentation.Options;

    [Fact]
    public void WhatIsOffDrawsNothingWhateverItsOtherSettings()
    {
        var set = WithNoise(SyntheticFeatures.Create());
        var other = new AugmentationOptions
        {
            MixupAlpha = 2,
            MixupDomain = MixupDomain.Features,
            NoiseSource = NoiseSource.Clips,
            LowestSignalToNoise = -10,
            MicrophoneTiltDecibels = 20,
            HighestNoiseFloor = -20,
        };
        Assert.Equal(Draw(set, new AugmentationOptions(), 20).Features, Draw(set, other, 20).Features);
    }

    [Theory]
    [InlineData(nameof(AugmentationOptions.MixupShare))]
    [InlineData(nameof(AugmentationOptions.TimeRoll))]
    [InlineData(nameof(AugmentationOptions.NoiseShare))]
    [InlineData(nameof(AugmentationOptions.MicrophoneShare))]
    [InlineData(nameof(AugmentationOptions.NoiseFloorShare))]
    public void EverySwitchChangesWindowsAndIsReproducible(string option)
    {
        var set = WithNoise(SyntheticFeatures.Create());
        var without = new AugmentationOptions { MixShare = 0.5f };
        var options = without with { };
        typeof(AugmentationOptions).GetProperty(option)!.SetValue(options, 0.5f);
        var (features, targets) = Draw(set, options, 20);
        Assert.Equal(features, Draw(set, options, 20).Features);
        Assert.NotEqual(features, Draw(set, without, 20).Features);
        Assert.All(features, value => Assert.InRange(value, -128 * set.Scale, 127 * set.Scale));
        Assert.Equal(20, targets.Sum(), 1e-4f);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5f)]
    [InlineData(1)]
    public void ClassesAreDrawnAsBalancedAsAsked(float balance)
    {
        var set = SyntheticFeatures.Create();
        // One clip of class 0 and eight of the others.
        var rare = set.Where(clip => clip.Label != 0 || clip.Name == "clip3");
        var (_, targets) = Draw(rare, Nothing with { ClassBalance = balance }, 3000);
        var expected = 3000 / (1 + (2 * Math.Pow(8, 1 - balance)));
        Assert.InRange(Enumerable.Range(0, 3000).Count(i => targets[i * 3] == 1), expected - 110, expected + 110);
    }

    [Theory]
    [InlineData(MixupDomain.SoundPressure)]
    [InlineData(MixupDomain.Features)]
    public void MixupInterpolatesWithoutMakingUpForLevels(MixupDomain domain)
    {
        var set = Flat(label => 20 * label, label => -20 * label);
        var (features, targets) = Draw(set, Nothing with { MixupShare = 1, MixupAlpha = 1, MixupDomain = domain }, 200);
        var mixtures = 0;
        for (var i = 0; i < 200; i++)
        {
            var target = targets.AsSpan(i * 3, 3).ToArray();
            var labels = Enumerable.Range(0, 3).Where(label => target[label] > 0.01f).ToArray();
            if (labels.Length != 2)
            {
                continue;
            }

            mixtures++;
            double a = target[labels[0]], b = target[labels[1]];
            double first = labels[0] * 20 * set.Scale, second = labels[1] * 20 * set.Scale;
            var pressure = ((a * a * Math.Pow(2, first / Units)) + (b * b * Math.Pow(2, second / Units))) / ((a * a) + (b * b));
            var expected = domain == MixupDomain.Features ? (a * first) + (b * second) : Math.Log2(pressure) * Units;
            Assert.Equal(expected, features[i * Frames * set.Bands], 2e-3);
        }

        Assert.InRange(mixtures, 90, 180);
    }

    [Fact]
    public void ARolledWindowIsItselfTurnedAround()
    {
        var set = SyntheticFeatures.Create();
        var (features, _) = Draw(set, Nothing with { TimeRoll = 1 }, 30);
        var size = Frames * set.Bands;
        var turned = 0;
        for (var i = 0; i < 30; i++)
        {
            sbyte[] window = [.. features[(i * size)..((i + 1) * size)].Select(value => (sbyte)MathF.Round(value / set.Scale))];
            var rolls = Enumerable.Range(0, Frames)
                .Where(roll => set.Clips.Any(clip => clip.Values.AsSpan().IndexOf(Rolled(window, roll * set.Bands)) >= 0))
                .ToArray();
            Assert.NotEmpty(rolls);
            turned += rolls[0] == 0 ? 0 : 1;
        }

        Assert.InRange(turned, 20, 30);
    }

    [Theory]
    [InlineData(NoiseSource.Colored)]
    [InlineData(NoiseSource.Clips)]
    public void NoiseIsAddedAtTheRatioAskedFor(NoiseSource source)
    {
        // Sounds at −20 dB with features of 0; noise at −30 dB with features of 10: at 10 dB both powers add as they are.
        var set = WithNoise(Flat(_ => 0, _ => -20), value: 10, level: -30);
        var options = Nothing with { NoiseShare = 1, NoiseSource = source, LowestSignalToNoise = 10, HighestSignalToNoise = 10 };
        var (features, targets) = Draw(set, options, 20);
        var noise = source == NoiseSource.Colored ? Math.Pow(2, 10 * set.Scale / Units) : 0.1;
        Assert.All(features, value => Assert.Equal(Math.Log2(1 + noise) * Units, value, 1e-4));
        Assert.All(targets, target => Assert.True(target is 0 or 1));
    }

    [Fact]
    public void TheNoiseFloorHasItsLevelAndFillsSilence()
    {
        // Sounds so weak that only the floor is heard: 20 dB above the level at which the noise was recorded.
        var set = WithNoise(Flat(_ => -128, _ => -128), value: 0, level: -70);
        var options = Nothing with { NoiseFloorShare = 1, LowestNoiseFloor = -50, HighestNoiseFloor = -50 };
        var expected = (20 / 3.0103) * Units;
        var (features, _) = Draw(set, options, 10);
        Assert.All(features, value => Assert.Equal(expected, value, 1e-3));
    }

    [Fact]
    public void AMicrophoneTiltsAndCutsBothEnds()
    {
        var set = Flat(_ => 0, _ => -20);
        var size = Frames * set.Bands;
        var (cut, _) = Draw(set, Nothing with { MicrophoneShare = 1, MicrophoneTiltDecibels = 0 }, 50);
        for (var i = 0; i < 50; i++)
        {
            // Bands lie an octave apart from 60 Hz up. Corners go up to 300 Hz and down to 4 kHz.
            var window = cut.AsSpan(i * size, set.Bands).ToArray().Select(value => value / Units * 3.0103).ToArray();
            Assert.InRange(window[0], -10 * Math.Log10(1 + 25) - 1e-3, -10 * Math.Log10(1 + (1 / 9.0)) + 1e-3);
            Assert.InRange(window[^1], -10 * Math.Log10(1 + Math.Pow(7680 / 4000.0, 4)) - 1e-3, -10 * Math.Log10(1 + (1 / 16.0)) + 1e-3);
            Assert.InRange(window[4], -0.5, 0);
        }

        var (tilted, _) = Draw(set, Nothing with { MicrophoneShare = 1, MicrophoneTiltDecibels = 50 }, 50);
        var slopes = Enumerable.Range(0, 50).Select(i => tilted[(i * size) + 5] - tilted[(i * size) + 3]).ToArray();
        Assert.Contains(slopes, slope => slope > 0.2f);
        Assert.Contains(slopes, slope => slope < -0.2f);
    }

    [Theory]
    [InlineData(nameof(AugmentationOptions.MixupShare), 1.5f)]
    [InlineData(nameof(AugmentationOptions.MixupShare), 0.7f)]
    [InlineData(nameof(AugmentationOptions.MixupAlpha), 0f)]
    [InlineData(nameof(AugmentationOptions.ClassBalance), -1f)]
    [InlineData(nameof(AugmentationOptions.TimeRoll), float.NaN)]
    [InlineData(nameof(AugmentationOptions.LowestSignalToNoise), 31f)]
    [InlineData(nameof(AugmentationOptions.HighestNoiseFloor), 1f)]
    [InlineData(nameof(AugmentationOptions.MicrophoneLowPassHertz), 0f)]
    public void OptionsOutOfRangeAreRefusedByName(string option, float value)
    {
        var augmentation = new AugmentationOptions();
        typeof(AugmentationOptions).GetProperty(option)!.SetValue(augmentation, value);
        var options = new TrainingOptions { WindowFrames = 31, Augmentation = augmentation };
        var error = Assert.Throws<InputException>(() => Trainer.Run(options, SyntheticFeatures.Create()));
        Assert.Equal($"Augmentation.{option}", error.Origin);
    }

    private static sbyte[] Rolled(sbyte[] values, int by) => [.. values[by..], .. values[..by]];

    /// <summary>Clips of one constant feature and level a class.</summary>
    private static FeatureSet Flat(Func<int, int> value, Func<int, int> level)
    {
        var set = SyntheticFeatures.Create();
        return set with
        {
            BandHertz = [.. Enumerable.Range(0, set.Bands).Select(band => 60f * (1 << band))],
            Clips = [.. set.Clips.Select(clip => clip with
            {
                Values = [.. clip.Values.Select(_ => (sbyte)value(clip.Label))],
                Levels = [.. clip.Levels.Select(_ => level(clip.Label) * 256)],
            })],
        };
    }

    private static FeatureSet WithNoise(FeatureSet set, sbyte value = 5, int level = -30)
    {
        sbyte[] values = [.. Enumerable.Repeat(value, 40 * set.Bands)];
        int[] levels = [.. Enumerable.Repeat(level * 256, 40)];
        return set with
        {
            BandHertz = [.. Enumerable.Range(0, set.Bands).Select(band => 60f * (1 << band))],
            Noise = [new FeatureClip("white", -1, 0, values, levels), new FeatureClip("pink", -1, 0, values, levels)],
        };
    }

    private static (float[] Features, float[] Targets) Draw(FeatureSet set, AugmentationOptions options, int count)
    {
        var features = new float[count * Frames * set.Bands];
        var targets = new float[count * 3];
        new WindowSampler(set, new QuietGate(), options, Frames).Fill(features, targets, new RandomSource(1));
        return (features, targets);
    }
}
