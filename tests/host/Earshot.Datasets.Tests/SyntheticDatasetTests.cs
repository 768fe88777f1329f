using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Earshot.Datasets.Loading;
using Earshot.Datasets.Synthetic;
using Earshot.Datasets.Synthetic.Synthesis;
using Earshot.TestSupport;
using Xunit.Abstractions;

namespace Earshot.Datasets.Tests;

public sealed class SyntheticDatasetTests(ITestOutputHelper log)
{
    // Of the first clip of each class with seed 1, little-endian. It changes only when the sounds are changed on purpose;
    // another value on another system would mean that the generator is not deterministic.
    private const string Golden = "6491bbdbe243c8ed03ed10b52429e041055b87370c310f6db69cc2814e88245b";

    [Fact]
    public void Has_the_ten_classes_evenly_in_five_folds()
    {
        var dataset = SyntheticDataset.Create(seed: 3, clipsPerClass: 10);
        Assert.Equal(
            [
                "air_conditioner", "car_horn", "children_playing", "dog_bark", "drilling",
                "engine_idling", "gun_shot", "jackhammer", "siren", "street_music",
            ],
            dataset.Labels);
        Assert.All(dataset.Clips.CountBy(clip => (clip.Label, clip.Fold)), pair => Assert.Equal(2, pair.Value));
        Assert.Equal([1, 2, 3, 4, 5], dataset.Folds);
        Assert.Equal(100, dataset.Clips.Select(clip => clip.Path).Distinct().Count());
    }

    [Fact]
    public void Gives_the_same_bytes_everywhere()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var clip in SyntheticDataset.Create(seed: 1, clipsPerClass: 5).Clips.Take(10))
        {
            var samples = clip.ReadSamples();
            Assert.Equal(64_000, samples.Length);
            Assert.Equal(samples, clip.ReadSamples());
            hash.AppendData(MemoryMarshal.AsBytes(samples.AsSpan()));
        }

        var actual = Convert.ToHexStringLower(hash.GetHashAndReset());
        Assert.True(actual == Golden, $"the hash is {actual}");
    }

    [Fact]
    public void Seeds_and_clips_differ_and_nothing_clips()
    {
        var clips = SyntheticDataset.Create(seed: 1, clipsPerClass: 5).Clips.Concat(SyntheticDataset.Create(seed: 2, clipsPerClass: 5).Clips);
        var seen = new HashSet<string>();
        foreach (var samples in clips.Select(clip => clip.ReadSamples()))
        {
            Assert.True(seen.Add(Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(samples.AsSpan())))));
            var peak = samples.Max(sample => Math.Abs((int)sample));
            Assert.InRange(peak, 500, 32_200);
            var level = Math.Sqrt(samples.Average(sample => (double)sample * sample));
            Assert.InRange(level, 50, 8000);
        }
    }

    [Fact]
    public void Reads_at_another_rate() =>
        Assert.Equal(32_000, SyntheticDataset.Create().Clips[0].ReadSamples(8_000).Length);

    [Fact]
    public void Simple_statistics_tell_most_clips_apart_but_not_all()
    {
        var dataset = SyntheticDataset.Create(seed: 1, clipsPerClass: 15);
        var split = dataset.HoldOut(1);
        var known = split.Training.Select(clip => (clip.Label, Features: Statistics(clip))).ToArray();
        var right = split.HeldOut.Count(clip =>
        {
            var features = Statistics(clip);
            return known.MinBy(other => other.Features.Zip(features, (a, b) => (a - b) * (a - b)).Sum()).Label == clip.Label;
        });
        log.WriteLine($"nearest neighbour: {right} of {split.HeldOut.Count} clips");
        Assert.InRange((double)right / split.HeldOut.Count, 0.7, 0.99);
    }

    [Fact]
    public void Writes_ESC_50_layout_that_reads_back()
    {
        using var folder = new TemporaryFolder();
        var target = folder.File("new", "set");
        var dataset = SyntheticDataset.Create(seed: 5, clipsPerClass: 5);
        var counts = new List<int>();
        EscLayoutWriter.Write(dataset, target, counts.Add);
        var read = DatasetLoader.Load(target);
        Assert.Equal(Enumerable.Range(1, 50), counts);
        Assert.Equal(dataset.Labels, read.Labels);
        Assert.Equal(
            dataset.Clips.Select(clip => (clip.Label, clip.Fold, clip.SourceGroup)),
            read.Clips.Select(clip => (clip.Label, clip.Fold, clip.SourceGroup)));
        Assert.Equal(dataset.Clips[^1].ReadSamples(), read.Clips[^1].ReadSamples());
        Assert.Equal([target], Directory.GetFileSystemEntries(folder.File("new")));
        Assert.Contains("not an empty folder", Assert.Throws<InputException>(() => EscLayoutWriter.Write(dataset, target)).Problem);
    }

    [Fact]
    public void Leaves_nothing_behind_when_a_clip_cannot_be_read()
    {
        using var folder = new TemporaryFolder();
        var good = new Clip("a", "a", 1, "a", _ => [1]);
        var bad = new Clip("b", "b", 1, "b", _ => throw new InputException("b", "it is broken.", "Mend it."));
        Assert.Throws<InputException>(() => EscLayoutWriter.Write(new Dataset("data", ["a", "b"], [good, bad]), folder.File("set")));
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public void Sine_and_powers_are_accurate()
    {
        for (var i = -1000; i < 1000; i++)
        {
            Assert.Equal(Math.Sin(2 * Math.PI * i / 777.0), Sine.OfTurns(i / 777.0), 5e-7);
            Assert.Equal(1, Exponent.Power(10, i / 300.0) / Math.Pow(10, i / 300.0), 1e-6);
        }

        Assert.Equal(Math.Exp(-1.0 / 1600), Exponent.DecayFactor(0.1), 1e-9);
    }

    private static double[] Statistics(Clip clip)
    {
        const int Block = 320;
        var samples = clip.ReadSamples();
        var features = new List<double>();
        for (var band = 0; band < 12; band++)
        {
            var filter = Filter.Band(60 * Math.Pow(1.55, band), 2);
            var levels = new double[samples.Length / Block];
            for (var i = 0; i < levels.Length * Block; i++)
            {
                levels[i / Block] += Math.Pow(filter.Next(samples[i]), 2);
            }

            var logarithms = levels.Select(level => Math.Log(level + 1)).ToArray();
            var mean = logarithms.Average();
            features.Add(mean);
            features.Add(2 * Math.Sqrt(logarithms.Average(value => (value - mean) * (value - mean))));
        }

        // The overall level says nothing about the class.
        var overall = features.Where((_, i) => i % 2 == 0).Average();
        return [.. features.Select((value, i) => i % 2 == 0 ? value - overall : value)];
    }
}
