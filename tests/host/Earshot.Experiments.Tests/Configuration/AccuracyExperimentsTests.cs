using Earshot.Experiments.Configuration;
using Earshot.TestSupport;
using Earshot.Training.Models;
using Xunit;

namespace Earshot.Experiments.Tests.Configuration;

/// <summary>The experiments behind the tables of accuracies, which take too long for tests, can still be read and make networks.</summary>
public sealed class AccuracyExperimentsTests
{
    private static readonly string Folder = Path.Combine(RepositoryLayout.Root, "tests", "bench", "accuracy");

    private static readonly string[] Files = [.. Directory.GetFiles(Folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    public static TheoryData<string> Names => [.. Files];

    [Fact]
    public void EveryModelHasAnExperiment() => Assert.Empty(ModelZoo.Names.Except(Files));

    [Theory]
    [MemberData(nameof(Names))]
    public void AnExperimentMakesTheNetworkThatItIsNamedAfter(string name)
    {
        var configuration = ExperimentFile.Load(Path.Combine(Folder, name + ".yaml")).Configuration;
        configuration.FrontEnd.Validate();
        configuration.Training.Validate();
        configuration.Quantization.Validate();

        var network = ModelZoo.Build(configuration.Training.Model, configuration.Training.WindowFrames, configuration.FrontEnd.Bands, 10);

        Assert.Equal(name, configuration.Name);
        Assert.Equal(name, network.Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnExperimentStandsUnderTheCommandThatRunsIt(string name)
    {
        var first = File.ReadLines(Path.Combine(Folder, name + ".yaml")).First();

        Assert.Equal(
            $"# {name} on ESC-10, five folds: earshot experiment tests/bench/accuracy/{name}.yaml --dataset ESC-10 --out runs/{name}", first);
    }
}
