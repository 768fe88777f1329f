using Earshot.Datasets;
using Earshot.Experiments.Configuration;
using Earshot.Native;
using Earshot.Training.Evaluation;
using Earshot.Training.Optimization;
using Xunit;

namespace Earshot.Experiments.Tests.Configuration;

/// <summary>YAML in, configuration out; faults are named with file, line, key and remedy.</summary>
public sealed class ExperimentFileTests
{
    [Fact]
    public void KeysSetTheOptionsAndTheRestKeepsItsDefaults()
    {
        var configuration = Parse(
            """
            dataset: ../ESC-10
            folds: [1, 3]
            seeds: [7, 8]
            validation: next-fold
            front-end:
              bands: 30
              mel-scale: slaney
            training:
              model: stride-ds-24
              learning-rate: 1e-2
              decision-rule: majority
              optimizer:
                kind: sgd
              augmentation:
                mix-share: 0
            quantization:
              equalize: false
              method: null
            """);

        Assert.Equal("esc", configuration.Name);
        Assert.Equal([1, 3], configuration.Folds);
        Assert.Equal([7, 8], configuration.Seeds);
        Assert.Equal(ValidationRule.NextFold, configuration.Validation);
        Assert.Equal((30, MelScale.Slaney), (configuration.FrontEnd.Bands, configuration.FrontEnd.MelScale));
        Assert.Equal(("stride-ds-24", 0.01f), (configuration.Training.Model, configuration.Training.LearningRate));
        Assert.Equal(DecisionRule.Majority, configuration.Training.DecisionRule);
        Assert.Equal(OptimizerKind.Sgd, configuration.Training.Optimizer.Kind);
        Assert.Equal(0, configuration.Training.Augmentation.MixShare);
        Assert.Equal((false, null), (configuration.Quantization.Equalize, configuration.Quantization.Method));
        Assert.Equal(new ExperimentConfiguration().Training.Epochs, configuration.Training.Epochs);
        Assert.Equal(new ExperimentConfiguration().Training.Optimizer.WeightDecay, configuration.Training.Optimizer.WeightDecay);
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("teacher: \"\"\n", new string[0])]
    [InlineData("teacher: runs/large\n", new[] { "runs/large" })]
    [InlineData("teacher: [runs/large, runs/medium]\n", new[] { "runs/large", "runs/medium" })]
    public void TeachersAreNoneOneOrSeveral(string yaml, string[] teachers) => Assert.Equal(teachers, Parse("dataset: a\n" + yaml).Teacher);

    [Theory]
    [InlineData("dataset: a\nfolds: \"\"\n", 2, "'folds' is ''", "a whole number")]
    [InlineData("dataset: a\ntraining:\n  epoch: 3\n", 3, "unknown key 'training.epoch'", "Did you mean 'epochs'?")]
    [InlineData("dataset: a\nseed: 3\n", 2, "unknown key 'seed'", "Did you mean 'seeds'?")]
    [InlineData("colour: red\n", 1, "unknown key 'colour'", "--template")]
    [InlineData("training:\n  windowFrames: 3\n", 2, "unknown key 'training.windowFrames'", "Did you mean 'window-frames'?")]
    [InlineData("training:\n  epochs: many\n", 2, "'training.epochs' is 'many'", "a whole number")]
    [InlineData("training:\n  epochs: 3.5\n", 2, "'training.epochs' is '3.5'", "a whole number")]
    [InlineData("training:\n  epochs: 99999999999\n", 2, "'training.epochs'", "a whole number")]
    [InlineData("training:\n  epochs:\n", 2, "'training.epochs' has no value", "leave the key out")]
    [InlineData("training:\n  epochs: [1, 2]\n", 2, "'training.epochs' has more than one value", "a whole number")]
    [InlineData("training:\n  learning-rate: NaN\n", 2, "'training.learning-rate' is 'NaN'", "a number")]
    [InlineData("training:\n  optimizer:\n    kind: adam\n", 3, "'training.optimizer.kind' is 'adam'", "adam-w, sgd")]
    [InlineData("training: 3\n", 1, "'training' has a value of its own", "indented")]
    [InlineData("seeds: [1, -2]\n", 1, "'seeds' is '-2'", "at least 0")]
    [InlineData("seeds: {a: 1}\n", 1, "'seeds' is not a list", "[1, 2, 3]")]
    [InlineData("quantization:\n  equalize: yes\n", 2, "'quantization.equalize' is 'yes'", "true or false")]
    [InlineData("name: a\nname: b\n", 2, "not valid YAML", "no key comes twice")]
    [InlineData("name: [a\n", 2, "not valid YAML", "Correct the line")]
    [InlineData("candidates: 3\n", 1, "'candidates' is not a mapping", "a name")]
    [InlineData("candidates:\n  ../a:\n    training:\n", 2, "'candidates.../a' is no name", "letters")]
    [InlineData("candidates:\n  a:\n    trainig:\n", 3, "unknown key 'candidates.a.trainig'", "Did you mean 'training'?")]
    [InlineData("candidates:\n  a:\n    training:\n      epoch: 3\n", 4, "unknown key 'candidates.a.training.epoch'", "Did you mean 'epochs'?")]
    [InlineData("training:\n  seed: 3\n", 2, "unknown key 'training.seed'", "--template")]
    public void AFaultIsNamedWithItsLine(string text, int line, string problem, string remedy)
    {
        var error = Assert.Throws<InputException>(() => ExperimentFile.Parse(text, "esc.yaml"));

        Assert.Equal($"esc.yaml, line {line}", error.Origin);
        Assert.Contains(problem, error.Problem);
        Assert.Contains(remedy, error.Remedy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("- a\n")]
    public void AFileWithoutKeysIsRefused(string text) =>
        Assert.Contains("no keys", Assert.Throws<InputException>(() => ExperimentFile.Parse(text, "esc.yaml")).Problem);

    [Fact]
    public void ADatasetIsLoadedFromWhereTheFileIsAndItsFaultsAreSaidOfItsKey()
    {
        var set = new Dataset("set", ["dog", "hen"], [new Clip("1", "dog", 1, "d", _ => []), new Clip("2", "hen", 2, "h", _ => [])]);
        Assert.Same(set, ExperimentFile.Parse("dataset: a\n", "/x/esc.yaml").LoadDataset(path => path == Path.GetFullPath("/x/a") ? set : throw new InputException(path, "not it.", "")));
        Assert.Null(ExperimentFile.Parse("dataset: a\n", "esc.yaml").LoadAuxiliary(_ => set));

        Assert.Equal("'dataset': it is missing.", Refusal("seeds: [1]\n").Problem);
        var error = Refusal("seeds: [1]\ndataset: a\n");
        Assert.Equal("esc.yaml, line 2", error.Origin);
        Assert.Equal("'dataset': a: it is empty.", error.Problem);

        InputException Refusal(string text) => Assert.Throws<InputException>(
            () => ExperimentFile.Parse(text, "esc.yaml").LoadDataset(_ => throw new InputException("a", "it is empty.", "Fill it.")));
    }

    [Fact]
    public void ACandidateChangesOnlyItsKeys()
    {
        var configuration = Parse(
            """
            training:
              epochs: 7
            candidates:
              plain:
              long:
                training:
                  epochs: 9
                front-end:
                  bands: 20
            """);

        Assert.Equal(["plain", "long"], configuration.Candidates.Select(candidate => candidate.Name));
        Assert.Equal(7, configuration.WithCandidate("plain").Training.Epochs);
        Assert.Equal((9, 20), (configuration.WithCandidate("long").Training.Epochs, configuration.WithCandidate("long").FrontEnd.Bands));
        Assert.Equal(configuration.Training.BatchSize, configuration.WithCandidate("long").Training.BatchSize);
    }

    private static ExperimentConfiguration Parse(string text) => ExperimentFile.Parse(text, "esc.yaml").Configuration;
}
