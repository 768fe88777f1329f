using Earshot.Experiments.Configuration;
using Earshot.TestSupport;
using Earshot.Training.Models;
using Xunit;

namespace Earshot.Experiments.Tests.Configuration;

/// <summary>The experiments behind the tables of accuracies, which take too long for tests, can still be read and make networks.</summary>
public sealed class AccuracyExperimentsTests
{
    private const string Others = "with-esc-50";

    private static readonly string Folder = Path.Combine(RepositoryLayout.Root, "tests", "bench", "accuracy");

    private static readonly string[] Alone = [.. Models(Folder)];

    private static readonly string[] Beside = [.. Models(Path.Combine(Folder, Others)).Select(name => $"{Others}/{name}")];

    public static TheoryData<string> Names => [.. Alone, .. Beside];

    [Fact]
    public void EveryModelHasAnExperiment() => Assert.Empty(ModelZoo.Names.Except(Alone));

    [Theory]
    [MemberData(nameof(Names))]
    public void AnExperimentMakesTheNetworkThatItIsNamedAfter(string name)
    {
        var configuration = ExperimentFile.Load(Path.Combine(Folder, name + ".yaml")).Configuration;
        configuration.FrontEnd.Validate();
        configuration.Training.Validate();
        configuration.Quantization.Validate();

        var network = ModelZoo.Build(configuration.Training.Model, configuration.Training.WindowFrames, configuration.FrontEnd.Bands, 10);

        Assert.Equal(name.Split('/')[^1], network.Name);
        Assert.Equal(Run(name), configuration.Name);
        Assert.Equal(Beside.Contains(name) ? "ESC-50" : "", configuration.Auxiliary);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnExperimentStandsUnderTheCommandThatRunsIt(string name)
    {
        var first = File.ReadLines(Path.Combine(Folder, name + ".yaml")).First();
        var command = $"earshot experiment tests/bench/accuracy/{name}.yaml --dataset ESC-10";

        Assert.Equal(
            name.Split('/') is [Others, var model]
                ? $"# {model} on ESC-10, five folds, ESC-50's other classes beside it: {command} --auxiliary ESC-50 --out runs/{Run(name)}"
                : $"# {name} on ESC-10, five folds: {command} --out runs/{Run(name)}",
            first);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TeachersAreWhereTheirExperimentsLeaveThem(string name)
    {
        var file = Path.Combine(Folder, name + ".yaml");
        var left = Alone.Concat(Beside).Select(other => Path.Combine(RepositoryLayout.Root, "runs", Run(other)));

        Assert.Empty(ExperimentFile.Load(file).Configuration.Teacher.Select(teacher => Path.GetFullPath(teacher, Path.GetDirectoryName(file)!)).Except(left));
    }

    /// <summary>What an experiment calls itself and its folder.</summary>
    private static string Run(string name) => name.Split('/') is [Others, var model] ? $"{model}-{Others}" : name;

    private static IEnumerable<string> Models(string folder) =>
        Directory.GetFiles(folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Order();
}
