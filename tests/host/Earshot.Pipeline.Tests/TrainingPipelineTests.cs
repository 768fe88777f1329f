using System.Security.Cryptography;
using Earshot.Datasets;
using Earshot.Datasets.Synthetic;
using Earshot.Native;
using Earshot.TestSupport;
using Earshot.Training.Running;
using Xunit;

namespace Earshot.Pipeline.Tests;

/// <summary>One small training, seen from all sides.</summary>
public sealed class TrainingPipelineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HeldOutSplit _split = SyntheticDataset.Create(seed: 3, clipsPerClass: 5).HoldOut(2);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ARunCanBeEvaluatedFromItsFolderWithTheIdenticalResult()
    {
        var outcome = TrainingPipeline.Run(Request(2), new Silent(), CancellationToken.None);

        var folder = new RunFolder(_folder.FullPath);
        var configuration = folder.Load();
        var clips = FeatureExtraction.Compute(configuration.FrontEnd, configuration.Labels, _split.HeldOut);
        var again = ModelEvaluator.Evaluate(folder, configuration, clips, CancellationToken.None);

        Assert.Equal(Probabilities(outcome.Evaluation), Probabilities(again));
        Assert.Equal(outcome.Evaluation.Agreement, again.Agreement);
        Assert.InRange(again.Agreement.LargestDifference, 0, 1);
        Assert.True(again.Agreement.EqualShare >= 0.99);
    }

    [Fact]
    public void ACancelledRunGoesOnToTheSameModel()
    {
        var whole = TrainingPipeline.Run(Request(3) with { Folder = Path.Combine(_folder.FullPath, "whole") }, new Silent(), CancellationToken.None);
        var request = Request(3) with { Folder = Path.Combine(_folder.FullPath, "parts") };
        using var cancellation = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(
            () => TrainingPipeline.Run(request, new CancelAfterAnEpoch(cancellation), cancellation.Token));
        Assert.False(File.Exists(new RunFolder(request.Folder).Pack));

        var resumed = TrainingPipeline.Run(request, new Silent(), CancellationToken.None);

        Assert.Equal(whole.Packed.Bytes, resumed.Packed.Bytes);
    }

    [Fact]
    public void AFinishedRunTeachesAnotherOfTheSameClipsOnly()
    {
        var teacher = Path.Combine(_folder.FullPath, "teacher");
        TrainingPipeline.Run(Request(1) with { Folder = teacher }, new Silent(), CancellationToken.None);
        var request = Request(1) with { Folder = Path.Combine(_folder.FullPath, "student"), Teachers = [teacher] };

        var student = TrainingPipeline.Run(request, new Silent(), CancellationToken.None);

        var reference = Assert.Single(new RunFolder(request.Folder).Load().Teachers);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(reference.File))), reference.Hash);
        Assert.NotEqual(File.ReadAllBytes(new RunFolder(teacher).Pack), student.Packed.Bytes);
        // A teacher of another split has heard this one's held-out clips.
        var leak = request with
        {
            Folder = Path.Combine(_folder.FullPath, "leak"),
            Split = SyntheticDataset.Create(seed: 3, clipsPerClass: 5).HoldOut(3),
        };
        var error = Assert.Throws<InputException>(() => TrainingPipeline.Run(leak, new Silent(), CancellationToken.None));
        Assert.Contains("held-out fold", error.Remedy);
    }

    [Fact]
    public void ARunStartsFromAnotherOfTheSameModelOnly()
    {
        var first = Path.Combine(_folder.FullPath, "first");
        TrainingPipeline.Run(Request(1) with { Folder = first }, new Silent(), CancellationToken.None);
        var request = Request(1) with { Folder = Path.Combine(_folder.FullPath, "second"), Pretrained = first };

        var second = TrainingPipeline.Run(request, new Silent(), CancellationToken.None);

        var reference = new RunFolder(request.Folder).Load().Pretrained;
        Assert.Equal(Path.Combine(first, "checkpoint.bin"), reference?.File);
        Assert.Equal(64, reference?.Hash.Length);
        Assert.NotEqual(File.ReadAllBytes(new RunFolder(first).Pack), second.Packed.Bytes);
        var other = Request(1) with { Folder = Path.Combine(_folder.FullPath, "other"), Pretrained = first };
        Assert.Contains("with the same model", Refusal(other with { Options = other.Options with { Model = "earshot-l" } }));
        Assert.Contains("windows of as many frames", Refusal(other with { Options = other.Options with { WindowFrames = 50 } }));
        Assert.Contains("whose HighHertz is the same", Refusal(other with { FrontEnd = other.FrontEnd with { HighHertz = 7000 } }));
        Assert.False(Directory.Exists(other.Folder));

        string Refusal(TrainingRequest refused)
        {
            var error = Assert.Throws<InputException>(() => TrainingPipeline.Run(refused, new Silent(), CancellationToken.None));
            Assert.Equal(first, error.Origin);
            return error.Remedy;
        }
    }

    [Fact]
    public void AuxiliarySoundsAreLearntAndForgotten()
    {
        // Two classes of the set, with all of the others beside them.
        var all = _split.Dataset;
        string[] own = [.. all.Labels.Take(2)];
        var split = new Dataset("own", own, [.. all.Clips.Where(clip => own.Contains(clip.Label))]).HoldOut(2);
        var without = Request(1) with { Split = split, Folder = Path.Combine(_folder.FullPath, "without") };
        var with = without with { Auxiliary = AuxiliarySounds.Of(all, split.Dataset, [2]), Folder = Path.Combine(_folder.FullPath, "with") };

        var alone = TrainingPipeline.Run(without, new Silent(), CancellationToken.None);
        var beside = TrainingPipeline.Run(with, new Silent(), CancellationToken.None);

        var configuration = new RunFolder(with.Folder).Load();
        Assert.Equal(own, configuration.Labels);
        Assert.Equal(all.Labels.Skip(2), configuration.AuxiliaryLabels);
        Assert.Empty(new RunFolder(without.Folder).Load().AuxiliaryLabels);
        // Features are measured on the set's own clips, the model costs the same, and it is another one.
        Assert.Equivalent(alone.Configuration.FrontEnd, configuration.FrontEnd, strict: true);
        Assert.Equal(alone.Packed.Bytes.Length, beside.Packed.Bytes.Length);
        Assert.NotEqual(alone.Packed.Bytes, beside.Packed.Bytes);
        // It can be learnt on from, as it was with all its classes.
        var next = without with { Pretrained = with.Folder, Folder = Path.Combine(_folder.FullPath, "next") };
        TrainingPipeline.Run(next, new Silent(), CancellationToken.None);
        // It teaches all its classes to another that has the same ones.
        var taught = with with { Teachers = [with.Folder], Folder = Path.Combine(_folder.FullPath, "taught") };
        TrainingPipeline.Run(taught, new Silent(), CancellationToken.None);
        Assert.EndsWith("checkpoint.bin", Assert.Single(new RunFolder(taught.Folder).Load().Teachers).File);
        Assert.NotEqual(File.ReadAllBytes(new RunFolder(with.Folder).Pack), File.ReadAllBytes(new RunFolder(taught.Folder).Pack));
        var ignorant = taught with { Teachers = [without.Folder], Folder = Path.Combine(_folder.FullPath, "ignorant") };
        Assert.Contains("classes apart", Assert.Throws<InputException>(() => TrainingPipeline.Run(ignorant, new Silent(), CancellationToken.None)).Problem);
        var file = taught with { Teachers = [new RunFolder(with.Folder).FloatModel], Folder = ignorant.Folder };
        Assert.Contains("auxiliary sounds", Assert.Throws<InputException>(() => TrainingPipeline.Run(file, new Silent(), CancellationToken.None)).Problem);
    }

    [Fact]
    public void AClipShorterThanAWindowIsFollowedBySilence()
    {
        var whole = _split.HeldOut[0];
        var half = new Clip("short", whole.Label, whole.Fold, "short", rate => whole.ReadSamples(rate)[..8000]);

        var features = SplitFeatures.Compute(
            DefaultFrontEnd.Configuration, _split.Dataset.Labels, [.. _split.Training.Take(2)], [half], windowFrames: 62);

        var clip = Assert.Single(features.HeldOut.Clips);
        Assert.Equal(62, clip.Frames);
        // 8000 samples end within the 32nd frame.
        Assert.All(clip.Levels[32..], level => Assert.Equal(FeatureFrames.SilenceLevel, level));
        Assert.DoesNotContain(FeatureFrames.SilenceLevel, clip.Levels[..30]);
    }

    [Fact]
    public void AFolderWithoutAFinishedRunIsNamed()
    {
        var error = Assert.Throws<InputException>(() => new RunFolder(_folder.FullPath).Load());

        Assert.Contains("run.json", error.Message);
    }

    [Fact]
    public void FeaturesAreTheEnginesOwn()
    {
        var outcome = TrainingPipeline.Run(Request(1), new Silent(), CancellationToken.None);
        using var model = Model.Open(outcome.Packed.Bytes);
        using var fromSound = new Engine(model);
        using var fromFeatures = new Engine(model);
        var samples = _split.HeldOut[0].ReadSamples();
        var clip = FeatureExtraction.Compute(outcome.Configuration.FrontEnd, outcome.Configuration.Labels, [_split.HeldOut[0]]).Clips[0];

        fromSound.Push(samples);
        fromFeatures.PushFeatures(clip.Values);

        Assert.Equal(fromSound.Decisions, fromFeatures.Decisions);
        Assert.Equal(fromSound.Logits.ToArray(), fromFeatures.Logits.ToArray());
    }

    private TrainingRequest Request(int epochs) => new()
    {
        Split = _split,
        Options = new TrainingOptions { Epochs = epochs, BatchSize = 16, Threads = 1 },
        Folder = _folder.FullPath,
        Command = "earshot train synthetic",
    };

    private static float[] Probabilities(ModelEvaluation evaluation) =>
        [.. new[] { evaluation.Float, evaluation.Qdq, evaluation.Pack }.SelectMany(result => result.Clips).SelectMany(clip => clip.Probabilities)];

    private sealed class Silent : ITrainingObserver
    {
        public void Report(TrainingStage stage, double fraction, string status)
        {
        }
    }

    private sealed class CancelAfterAnEpoch(CancellationTokenSource cancellation) : ITrainingObserver
    {
        public void Report(TrainingStage stage, double fraction, string status)
        {
            if (stage == TrainingStage.Training)
            {
                cancellation.Cancel();
            }
        }
    }
}
