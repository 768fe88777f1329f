using Earshot.Benchmarks.Measuring;
using Earshot.TestSupport;

namespace Earshot.Benchmarks.Tests;

public sealed class MeasurementSourcesTests
{
    [Fact]
    public void Checkout_is_found_from_below() =>
        Assert.Equal(RepositoryLayout.Root, MeasurementSources.Find(Path.Combine(RepositoryLayout.Root, "tests", "host")).Root);

    [Fact]
    public void Elsewhere_the_remedy_is_told()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("Clone", Assert.Throws<InputException>(() => MeasurementSources.Find(folder.FullPath)).Remedy);
    }
}
