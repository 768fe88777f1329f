using Earshot.Sweeps.Trials;
using Earshot.TestSupport;

namespace Earshot.Sweeps.Tests;

public sealed class SweepPlannerTests
{
    [Fact]
    public void A_grid_has_every_combination_with_complete_experiments()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder);
        Assert.Equal(
            ["ds-cnn-64 0.001", "ds-cnn-64 0.01", "ds-cnn-64 0.1", "stride-ds-24 0.001", "stride-ds-24 0.01", "stride-ds-24 0.1"],
            sweep.Plan.Trials.Select(trial => string.Join(' ', trial.Values)));
        var experiment = File.ReadAllText(sweep.Trials[4].Experiment);
        Assert.EndsWith(Path.Combine("trials", "0005", "experiment.yaml"), sweep.Trials[4].Experiment);
        Assert.Contains("model: stride-ds-24", experiment);
        Assert.Contains("epochs: 3", experiment);
        Assert.Contains("learning-rate: 0.01", experiment);
    }

    [Fact]
    public void Paths_lead_to_the_same_place_from_the_trial()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder);
        var line = File.ReadAllLines(sweep.Trials[0].Experiment).Single(text => text.StartsWith("dataset: ", StringComparison.Ordinal));
        var path = Path.Combine(Path.GetDirectoryName(sweep.Trials[0].Experiment)!, line["dataset: ".Length..]);
        Assert.False(Path.IsPathRooted(line["dataset: ".Length..]));
        Assert.Equal(Path.GetFullPath(folder.File("sounds")), Path.GetFullPath(path));
    }

    [Fact]
    public void Each_of_several_teachers_is_found_from_the_trial()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder, "base: { dataset: synthetic, teacher: [../large, /elsewhere] }\nranges: { training.epochs: [1] }");
        var experiment = File.ReadAllText(sweep.Trials[0].Experiment);
        Assert.Contains("- ../../../large\n", experiment);
        Assert.Contains("- /elsewhere\n", experiment);
    }

    [Fact]
    public void Auxiliary_sounds_and_the_pretrained_experiment_are_found_from_the_trial()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder, "base: { dataset: synthetic, auxiliary: ../others, pretrained: ../first }\nranges: { training.epochs: [1] }");
        var experiment = File.ReadAllText(sweep.Trials[0].Experiment);
        Assert.Contains("auxiliary: ../../../others\n", experiment);
        Assert.Contains("pretrained: ../../../first\n", experiment);
    }

    [Fact]
    public void The_built_in_dataset_is_no_path()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder, "base: { dataset: synthetic }\nranges: { training.epochs: [1] }");
        Assert.Contains("dataset: synthetic\n", File.ReadAllText(sweep.Trials[0].Experiment));
    }

    [Fact]
    public void Random_trials_are_different_and_the_same_each_time()
    {
        const string Random = "base: { a: 1 }\nranges: { x: { linear: [0, 1] }, y: { log: [1e-4, 1] }, z: { integers: [1, 9] } }\nstrategy: { random: 200, seed: 5 }";
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        var first = Sweeps.LayOut(folder, Random).Plan;
        var second = Sweeps.LayOut(other, Random).Plan;
        Assert.Equal(first.Trials.Select(Text), second.Trials.Select(Text));
        Assert.Equal(first.Fingerprint, second.Fingerprint);
        Assert.Equal(200, first.Trials.Select(Text).Distinct().Count());
        double[][] values = [.. first.Trials.Select(trial => trial.Values.Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ToArray())];
        Assert.All(values, value => Assert.True(value[0] is >= 0 and <= 1 && value[1] is >= 1e-4 and <= 1 && value[2] is >= 1 and <= 9));
        // Half of a logarithmic range lies below its geometric mean.
        Assert.InRange(values.Count(value => value[1] < 1e-2), 70, 130);
        Assert.InRange(values.Count(value => value[0] < 0.5), 70, 130);
        Assert.Equal(9, values.Select(value => value[2]).Distinct().Count());
    }

    private static string Text(Trial trial) => string.Join(' ', trial.Values);

    [Theory]
    [InlineData("base: { a: 1 }\nranges: { x: [1, 2, 3] }\nstrategy: { random: 3 }", "only 3 different")]
    [InlineData("base: { a: 1 }\nranges: { x: { linear: [0, 1] } }", "ranges.x has no count")]
    [InlineData("base: { a: 1 }\nranges: { x: { integers: [1, 9999] }, y: { integers: [1, 9999] } }", "more than 100000 trials")]
    [InlineData("base: { a: 1 }\nranges: { a.b: [1] }", "'a' is a single value")]
    public void A_sweep_that_cannot_be_listed_is_refused(string yaml, string problem)
    {
        using var folder = new TemporaryFolder();
        var exception = Assert.Throws<InputException>(() => Sweeps.LayOut(folder, yaml));
        Assert.Contains(problem, exception.Message);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public void A_trial_that_makes_no_model_is_refused_before_anything_is_written()
    {
        using var folder = new TemporaryFolder();
        var runner = new FakeRunner
        {
            CheckWith = (experiment, path) =>
            {
                if (experiment.Contains("stride-ds-24", StringComparison.Ordinal))
                {
                    throw new InputException(path, "it makes no model.", "Use longer windows.");
                }
            },
        };
        var exception = Assert.Throws<InputException>(() => Sweeps.LayOut(folder, runner: runner));
        Assert.Contains("trial 0004 (training.model: stride-ds-24, training.learning-rate: 0.001) cannot run: it makes no model.", exception.Message);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public void A_folder_with_another_sweep_is_refused()
    {
        using var folder = new TemporaryFolder();
        Sweeps.LayOut(folder);
        var exception = Assert.Throws<InputException>(() => Sweeps.LayOut(folder, Sweeps.Grid.Replace("epochs: 3", "epochs: 4", StringComparison.Ordinal)));
        Assert.Contains("another sweep", exception.Message);
        Assert.Equal(6, Sweeps.LayOut(folder).Trials.Count);
    }

    [Fact]
    public void A_folder_without_a_sweep_is_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("sweep.json is missing", Assert.Throws<InputException>(() => SweepFolder.Open(folder.File("nothing"))).Message);
    }
}
