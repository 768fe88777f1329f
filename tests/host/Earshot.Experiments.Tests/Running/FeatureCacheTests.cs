using Earshot.Datasets;
using Earshot.Datasets.Synthetic;
using Earshot.Experiments.Running;
using Earshot.Pipeline;
using Earshot.TestSupport;
using Xunit;

namespace Earshot.Experiments.Tests.Running;

/// <summary>Features are computed once, and never taken for others.</summary>
public sealed class FeatureCacheTests : IDisposable
{
    private static readonly Dataset Sounds = FourClips();

    private readonly TemporaryFolder _folder = new();
    private int _computed;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheSecondTimeTheyAreRead()
    {
        var first = Get(1);
        var computed = _computed;
        var second = Get(1);

        Assert.NotEqual(0, computed);
        Assert.Equal(computed, _computed);
        Assert.Equivalent(first, second, strict: true);
    }

    [Fact]
    public void AnotherFoldOrFrontEndIsAnotherFile()
    {
        Get(1);
        Get(2);
        Get(1, bands: 20);

        Assert.Equal(3, Directory.GetFiles(Path.Combine(_folder.FullPath, "features")).Length);
    }

    [Fact]
    public void AuxiliarySoundsAreReadAsTheyWereComputed()
    {
        var sounds = SyntheticDataset.Create(seed: 3, clipsPerClass: 5);
        var others = new Dataset("others", [.. sounds.Labels.Skip(1).Take(2)], [.. sounds.Clips.Where(clip => sounds.Labels.Skip(1).Take(2).Contains(clip.Label))]);

        var computed = Get(1, auxiliary: others);
        var read = Get(1, auxiliary: others);

        // The first of the two is a class of the four clips.
        Assert.Equal([sounds.Labels[2]], computed.Auxiliary?.Labels);
        Assert.Equivalent(computed, read, strict: true);
        Assert.Null(Get(1).Auxiliary);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder.FullPath, "features")).Length);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(5000)]
    public void ADamagedFileIsNamed(int bytes)
    {
        Get(1);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_folder.FullPath, "features")));
        using (var stream = File.OpenWrite(file))
        {
            stream.SetLength(bytes);
        }

        Assert.Equal(file, Assert.Throws<InputException>(() => Get(1)).Origin);
    }

    private SplitFeatures Get(int leftOut, int bands = 30, Dataset? auxiliary = null) => new FeatureCache(new ExperimentFolder(_folder.FullPath), Sounds, auxiliary).Get(
        DefaultFrontEnd.Configuration with { Bands = bands }, 62, [leftOut], _ => _computed++, CancellationToken.None);

    private static Dataset FourClips()
    {
        var all = SyntheticDataset.Create(seed: 3, clipsPerClass: 5);
        var labels = all.Labels.Take(2).ToArray();
        return new Dataset("four", labels, [.. all.Clips.Where(clip => clip.Fold <= 2 && labels.Contains(clip.Label))]);
    }
}
