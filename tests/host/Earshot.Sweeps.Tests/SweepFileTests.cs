using Earshot.Sweeps.Fronts;
using Earshot.TestSupport;

namespace Earshot.Sweeps.Tests;

public sealed class SweepFileTests
{
    [Fact]
    public void A_sweep_is_read()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.Read(folder, Sweeps.Grid + "\nstrategy: { random: 3, seed: 7 }\nobjectives: { costs: [arena-bytes] }");
        Assert.Equal("small nets", sweep.Name);
        Assert.Equal(["training.model", "training.learning-rate"], sweep.Ranges.Select(range => range.Key));
        Assert.Equal(["0.001", "0.01", "0.1"], sweep.Ranges[1].Range.GridValues);
        Assert.Equal((3, 7UL), (sweep.RandomTrials, sweep.Seed));
        Assert.Equal([CostMetric.ArenaBytes], sweep.Costs);
    }

    [Fact]
    public void The_base_can_be_a_file()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("given"));
        File.WriteAllText(folder.File("given", "base.yaml"), "dataset: synthetic\n");
        var sweep = Sweeps.Read(folder, "base: base.yaml\nranges: { training.epochs: { integers: [2, 8], step: 3 } }");
        Assert.Equal("sweep", sweep.Name);
        Assert.Equal(["2", "5", "8"], sweep.Ranges[0].Range.GridValues);
    }

    [Theory]
    [InlineData("base: { a: 1 }\nranges: { k: [1] }\ntrails: 3", "line 3", "unknown key 'trails'")]
    [InlineData("ranges: { k: [1] }", "'base' is missing", "Name an experiment")]
    [InlineData("base: { a: 1 }", "'ranges' is missing", "Say which")]
    [InlineData("base: gone.yaml\nranges: { k: [1] }", "gone.yaml", "cannot be read")]
    [InlineData("base: { a: 1 }\nranges: {}", "ranges is empty", "Say which")]
    [InlineData("base: { a: 1 }\nranges: { k: 3 }", "ranges.k is a single value", "Write a list")]
    [InlineData("base: { a: 1 }\nranges: { k: [] }", "ranges.k is empty", "at least one")]
    [InlineData("base: { a: 1 }\nranges: { k: [1, 1] }", "'1' twice", "once")]
    [InlineData("base: { a: 1 }\nranges: { k: { linear: [1] } }", "1 ends", "[low, high]")]
    [InlineData("base: { a: 1 }\nranges: { k: { linear: [2, 1] } }", "from 2 to 1", "lower end first")]
    [InlineData("base: { a: 1 }\nranges: { k: { linear: [1, x] } }", "'x', not a number", "1e-3")]
    [InlineData("base: { a: 1 }\nranges: { k: { linear: [1, 2], step: 3 } }", "unknown key 'step'", "count")]
    [InlineData("base: { a: 1 }\nranges: { k: { linear: [1, 2], count: 1 } }", "ranges.k.count is '1'", "2 to 10000")]
    [InlineData("base: { a: 1 }\nranges: { k: { log: [0, 2] } }", "no logarithm", "above 0")]
    [InlineData("base: { a: 1 }\nranges: { k: { integers: [1, 2.5] } }", "'2.5'", "whole number")]
    [InlineData("base: { a: 1 }\nranges: { k: { integers: [1, 20000] } }", "more than 10000", "larger step")]
    [InlineData("base: { a: 1 }\nranges: { k: { around: 3 } }", "is no range", "Write a list")]
    [InlineData("base: { a: 1 }\nranges: { k: [1] }\nstrategy: best", "strategy is 'best'", "grid")]
    [InlineData("base: { a: 1 }\nranges: { k: [1] }\nstrategy: { random: 0 }", "strategy.random is '0'", "from 1")]
    [InlineData("base: { a: 1 }\nranges: { k: [1] }\nobjectives: { accuracy: accuracy }", "must not choose anything", "validation-accuracy")]
    [InlineData("base: { a: 1 }\nranges: { k: [1] }\nobjectives: { costs: [price] }", "objectives.costs is 'price'", "macs-per-second")]
    [InlineData("base: { a: 1 }\nranges: { k: [1] }\nobjectives: { costs: [] }", "objectives.costs is empty", "once")]
    [InlineData("base: [", "line", "Correct the YAML")]
    [InlineData("- a", "not one mapping", "Compare")]
    public void What_is_wrong_is_named(string yaml, string problem, string remedy)
    {
        using var folder = new TemporaryFolder();
        var exception = Assert.Throws<InputException>(() => Sweeps.Read(folder, yaml));
        Assert.Contains(problem, exception.Message);
        Assert.Contains(remedy, exception.Message);
        Assert.Contains(".yaml", exception.Message);
    }
}
