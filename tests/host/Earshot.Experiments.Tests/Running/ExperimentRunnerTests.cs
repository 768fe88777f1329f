using Earshot.Datasets;
using Earshot.Datasets.Synthetic;
using Earshot.Experiments.Configuration;
using Earshot.Experiments.Results;
using Earshot.Experiments.Running;
using Earshot.Pipeline;
using Earshot.TestSupport;
using Xunit;

namespace Earshot.Experiments.Tests.Running;

/// <summary>Small experiments from end to end.</summary>
public sealed class ExperimentRunnerTests : IDisposable
{
    private const string Tiny =
        """
        dataset: synthetic
        training:
          model: stride-ds-24
          epochs: 1
          windows-per-epoch: 32
          batch-size: 16
          decision-hop-frames: 31
        quantization:
          method: minimum-maximum
          equalize: false
          correct-bias: false
          windows: 32
        """;

    private static readonly Dataset Sounds = SyntheticDataset.Create(seed: 3, clipsPerClass: 5);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryFoldIsReportedByModelsThatHaveNotHeardIt()
    {
        var request = Request("whole", Tiny + "\nfolds: [1, 2]\nseeds: [1, 2]\n");

        var result = ExperimentRunner.Run(request, new Messages(), CancellationToken.None);

        Assert.Equal([(1, 1ul), (1, 2ul), (2, 1ul), (2, 2ul)], result.Runs.Select(run => (run.HeldOutFold, run.Seed)));
        foreach (var run in result.Runs)
        {
            var configuration = new RunFolder(Path.Combine(request.Folder, run.Folder)).Load();
            Assert.Equal((run.HeldOutFold, run.Seed), (configuration.HeldOutFold, configuration.Training.Seed));
            Assert.Equal(Sounds.HoldOut(run.HeldOutFold).Training.Count, configuration.TrainingClips);
            Assert.Equal(Sounds.HoldOut(run.HeldOutFold).HeldOut.Select(clip => clip.Path), run.Clips.Select(clip => clip.Name));
            Assert.All(run.Clips, clip => Assert.Equal(1, clip.Pack.Sum(), 0.01f));
        }

        Assert.Equal(20, result.Pack.Accuracy.Clips);
        Assert.NotEqual(result.Runs[0].Clips[0].Float, result.Runs[1].Clips[0].Float);
        Assert.Equivalent(result, ResultsFile.Load(request.Folder), strict: true);
        Assert.Contains("Student", File.ReadAllText(Path.Combine(request.Folder, "model-card.md")));
        // Seeds share the features of a fold.
        Assert.Equal(2, Directory.GetFiles(Path.Combine(request.Folder, "features")).Length);
    }

    [Fact]
    public void AnInterruptedExperimentGoesOnToTheSameResult()
    {
        var text = Tiny.Replace("epochs: 1", "epochs: 2", StringComparison.Ordinal) + "\nfolds: [1, 2]\n";
        var whole = ExperimentRunner.Run(Request("whole", text), new Messages(), CancellationToken.None);
        using var source = new CancellationTokenSource();
        var request = Request("parts", text);
        Assert.ThrowsAny<OperationCanceledException>(
            () => ExperimentRunner.Run(request, new CancelInSecondRun(source), source.Token));
        Assert.False(File.Exists(Path.Combine(request.Folder, ResultsFile.Name)));
        var finished = File.GetLastWriteTimeUtc(Path.Combine(request.Folder, "fold-1-seed-1", "result.json"));

        var resumed = ExperimentRunner.Run(request, new Messages(), CancellationToken.None);

        Assert.Equal(Probabilities(whole), Probabilities(resumed));
        Assert.Equal(finished, File.GetLastWriteTimeUtc(Path.Combine(request.Folder, "fold-1-seed-1", "result.json")));
    }

    [Fact]
    public void AnotherConfigurationIsRefusedAndMoreSeedsAreNot()
    {
        var first = Request("run", Tiny + "\nfolds: [1]\n");
        ExperimentRunner.Run(first, new Messages(), CancellationToken.None);

        var error = Assert.Throws<InputException>(() => ExperimentRunner.Run(
            Request("run", Tiny.Replace("epochs: 1", "epochs: 2", StringComparison.Ordinal) + "\nfolds: [1]\n"), new Messages(), CancellationToken.None));
        var messages = new Messages();
        var more = ExperimentRunner.Run(Request("run", Tiny + "\nfolds: [1]\nseeds: [1, 2]\n"), messages, CancellationToken.None);

        Assert.Contains("training.epochs is 1 there and 2 now", error.Problem);
        Assert.Equal(2, more.Runs.Count);
        Assert.Equal(["fold-1-seed-1", "fold-1-seed-2"], messages.All.Select(message => message.Split(':')[0]));
    }

    [Fact]
    public void ARecipeIsChosenWithoutTheFoldThatIsReported()
    {
        var threeFolds = new Dataset("synthetic", Sounds.Labels, [.. Sounds.Clips.Where(clip => clip.Fold <= 3)]);
        var request = Request("nested", Tiny + "\nfolds: [1]\ncandidates:\n  plain:\n  other:\n    training:\n      learning-rate: 1e-6\n") with { Dataset = threeFolds };

        var result = ExperimentRunner.Run(request, new Messages(), CancellationToken.None);

        var choice = Assert.Single(result.Selection);
        Assert.Equal(choice.Chosen, Assert.Single(result.Runs).Candidate);
        Assert.Equal(choice.Chosen, CandidateSelection.Best(choice.Scores));
        // Fold 1 with 2 and fold 1 with 3, for each candidate; the pair of 2 and 3 says nothing of fold 1.
        var trained = Directory.GetDirectories(Path.Combine(request.Folder, "selection", "plain")).Select(Path.GetFileName).Order();
        Assert.Equal(["without-1-2-seed-1", "without-1-3-seed-1"], trained);
        var rate = new RunFolder(Path.Combine(request.Folder, "fold-1-seed-1")).Load().Training.LearningRate;
        Assert.Equal(choice.Chosen == "other" ? 1e-6f : 4e-3f, rate);
    }

    [Fact]
    public void TeachersAreThoseThatHeldOutTheSameFold()
    {
        ExperimentRunner.Run(Request("teacher", Tiny + "\nfolds: [1]\nseeds: [1, 2]\n"), new Messages(), CancellationToken.None);

        ExperimentRunner.Run(Request("other", Tiny + "\nfolds: [1]\nseeds: [3]\n"), new Messages(), CancellationToken.None);
        ExperimentRunner.Run(Request("student", Tiny + "\nfolds: [1]\nteacher: [teacher, other]\n"), new Messages(), CancellationToken.None);
        var error = Assert.Throws<InputException>(() => ExperimentRunner.Run(
            Request("leak", Tiny + "\nfolds: [1, 2]\nteacher: teacher\n"), new Messages(), CancellationToken.None));

        var teachers = new RunFolder(Path.Combine(_folder.FullPath, "student", "fold-1-seed-1")).Load().Teachers;
        Assert.Equal(
            ["teacher/fold-1-seed-1", "teacher/fold-1-seed-2", "other/fold-1-seed-3"],
            teachers.Select(teacher => Path.GetRelativePath(_folder.FullPath, Path.GetDirectoryName(Path.GetFullPath(teacher.File))!).Replace('\\', '/')));
        Assert.Contains("held out fold 2", error.Problem);
        Assert.False(Directory.Exists(Path.Combine(_folder.FullPath, "leak")));
    }

    [Fact]
    public void ARunStartsFromTheOneThatHeldOutTheSameFoldWithTheSameSeed()
    {
        ExperimentRunner.Run(Request("first", Tiny + "\nfolds: [1, 2]\nseeds: [1, 2]\n"), new Messages(), CancellationToken.None);

        var second = Request("second", Tiny + "\nfolds: [2]\nseeds: [2, 3]\npretrained: first\n");
        ExperimentRunner.Run(second, new Messages(), CancellationToken.None);

        Assert.Equal("first/fold-2-seed-2", Start("fold-2-seed-2"));
        Assert.Equal("first/fold-2-seed-1", Start("fold-2-seed-3"));
        Assert.Contains("held out fold 3", Refusal("pretrained: first\nfolds: [3]\n", Sounds));
        Assert.Contains("it has 62, and the training 50", Refusal("pretrained: first\nfolds: [2]\n", Sounds, "window-frames: 50\n  epochs: 1"));
        Assert.Contains("two folds were kept from", Refusal("pretrained: first\nfolds: [2]\ncandidates:\n  a:\n  b:\n", Sounds));
        // The same clips in other folds: what is tested has been heard.
        var moved = new Dataset("synthetic", Sounds.Labels, [.. Sounds.Clips.Select(clip => new Clip(clip.Path, clip.Label, (clip.Fold % 5) + 1, clip.SourceGroup, clip.ReadSamples))]);
        Assert.Contains("is in another fold there", Refusal("pretrained: first\nfolds: [2]\n", moved));

        string? Start(string run) => new RunFolder(Path.Combine(second.Folder, run)).Load().Pretrained is { } start
            ? Path.GetRelativePath(_folder.FullPath, Path.GetDirectoryName(start.File)!).Replace('\\', '/')
            : null;

        string Refusal(string more, Dataset dataset, string epochs = "epochs: 1")
        {
            var request = Request("refused", Tiny.Replace("epochs: 1", epochs, StringComparison.Ordinal) + "\n" + more) with { Dataset = dataset };
            var error = Assert.Throws<InputException>(() => ExperimentRunner.Run(request, new Messages(), CancellationToken.None));
            Assert.StartsWith("'pretrained'", error.Problem);
            Assert.False(Directory.Exists(request.Folder));
            return error.Problem;
        }
    }

    [Fact]
    public void AuxiliarySoundsMayMoveButNotVanish()
    {
        string[] own = [.. Sounds.Labels.Take(2)];
        var request = Request("with", Tiny + "\nfolds: [1]\nauxiliary: synthetic\n") with
        {
            Dataset = new Dataset("own", own, [.. Sounds.Clips.Where(clip => own.Contains(clip.Label))]),
            Auxiliary = Sounds,
        };
        var result = ExperimentRunner.Run(request, new Messages(), CancellationToken.None);

        ExperimentRunner.Run(request with { File = Request("with", Tiny + "\nfolds: [1]\nauxiliary: elsewhere\n").File }, new Messages(), CancellationToken.None);
        var error = Assert.Throws<InputException>(() => ExperimentRunner.Run(
            request with { File = Request("with", Tiny + "\nfolds: [1]\n").File, Auxiliary = null }, new Messages(), CancellationToken.None));

        Assert.Equal(own, result.Dataset.Labels);
        Assert.Contains("auxiliary is given there", error.Problem);
        Assert.Contains("other classes of `elsewhere`", File.ReadAllText(Path.Combine(request.Folder, "model-card.md")));
    }

    [Fact]
    public void AuxiliarySoundsThatTeachNothingAreRefused()
    {
        var request = Request("none", Tiny + "\nauxiliary: synthetic\n") with { Auxiliary = Sounds };

        Assert.StartsWith("'auxiliary'", Assert.Throws<InputException>(() => ExperimentRunner.Run(request, new Messages(), CancellationToken.None)).Problem);
        Assert.False(Directory.Exists(request.Folder));
    }

    [Theory]
    [InlineData("folds: [1, 9]\n", "folds", 13)]
    [InlineData("folds: [1, 1]\n", "folds", 13)]
    [InlineData("seeds: []\n", "seeds", 13)]
    [InlineData("seeds: [4, 4]\n", "seeds", 13)]
    [InlineData("candidates:\n  one:\n", "candidates", 13)]
    [InlineData("front-end:\n  bands: 0\n", "front-end.bands", 14)]
    [InlineData("front-end:\n  bands: 2\n", "training.model", 3)]
    [InlineData("teacher: nowhere\n", "teacher", 13)]
    [InlineData("pretrained: nowhere\n", "pretrained", 13)]
    [InlineData("pretrained: x\ncandidates:\n  a:\n  b:\n", "pretrained", 13)]
    public void WhatMakesNoExperimentIsRefusedBeforeAnythingIsDone(string more, string key, int line)
    {
        var request = Request("none", Tiny + "\n" + more);

        var error = Assert.Throws<InputException>(() => ExperimentRunner.Run(request, new Messages(), CancellationToken.None));

        Assert.EndsWith($"none.yaml, line {line}", error.Origin);
        Assert.StartsWith($"'{key}'", error.Problem);
        Assert.False(Directory.Exists(request.Folder));
    }

    [Theory]
    [InlineData("epochs: 1", "epochs: 0", "training.epochs", 4)]
    [InlineData("epochs: 1", "patience: 2", "training.patience", 4)]
    [InlineData("epochs: 1", "window-frames: 3", "training.model", 3)]
    [InlineData("epochs: 1", "augmentation: {mix-share: 1.5}", "training.augmentation.mix-share", 4)]
    [InlineData("windows: 32", "windows: 0", "quantization.windows", 12)]
    public void AValueOutOfRangeIsNamedWithItsLine(string present, string replacement, string key, int line)
    {
        var request = Request("range", Tiny.Replace(present, replacement, StringComparison.Ordinal));

        var error = Assert.Throws<InputException>(() => ExperimentRunner.Run(request, new Messages(), CancellationToken.None));

        Assert.EndsWith($"range.yaml, line {line}", error.Origin);
        Assert.StartsWith($"'{key}'", error.Problem);
    }

    [Fact]
    public void AFolderOfSomethingElseIsLeftAlone()
    {
        var request = Request("photos", Tiny);
        Directory.CreateDirectory(request.Folder);
        File.WriteAllText(Path.Combine(request.Folder, "cat.jpg"), "");

        Assert.Contains("no experiment", Assert.Throws<InputException>(() => ExperimentRunner.Run(request, new Messages(), CancellationToken.None)).Problem);
        Assert.Single(Directory.GetFiles(request.Folder));
    }

    private ExperimentRequest Request(string name, string text) => new()
    {
        File = ExperimentFile.Parse(text, Path.Combine(_folder.FullPath, $"{name}.yaml")),
        Dataset = Sounds,
        Folder = Path.Combine(_folder.FullPath, name),
        Command = "earshot experiment",
    };

    private static float[] Probabilities(ExperimentResult result) =>
        [.. result.Runs.SelectMany(run => run.Clips).SelectMany(clip => clip.Float.Concat(clip.Pack))];

    private sealed class Messages : IExperimentObserver
    {
        public List<string> All { get; } = [];

        public void Report(double fraction, string status) => Assert.InRange(fraction, 0, 1.000001);

        public void Finished(string message) => All.Add(message);
    }

    private sealed class CancelInSecondRun(CancellationTokenSource source) : IExperimentObserver
    {
        public void Report(double fraction, string status)
        {
            if (status.Contains("fold-2-seed-1: epoch 1", StringComparison.Ordinal))
            {
                source.Cancel();
            }
        }

        public void Finished(string message)
        {
        }
    }
}
