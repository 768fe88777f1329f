using Earshot.TestSupport;
using Earshot.Training.Features;
using Earshot.Training.Running;
using Xunit;

namespace Earshot.Training.Tests.Running;

/// <summary>Trainings that start from what another has learnt.</summary>
public sealed class PretrainedModelTests : IDisposable
{
    private static readonly TrainingOptions Options = SmallTraining.Options with { Epochs = 8 };

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void WhatWasLearntIsThereFromTheFirstStep()
    {
        var set = SyntheticFeatures.Create();
        var pretrained = Pretrain(set);
        // Two of the three classes, and so little learning that the start decides. The classes themselves have to be learnt anew.
        var two = set.Where(clip => clip.Label < 2) with { Labels = ["low", "middle"] };
        var options = Options with { Epochs = 1, LearningRate = 1e-3f };

        var fromKnown = Trainer.Run(options, two, pretrained: pretrained);
        var fromNothing = Trainer.Run(options, two);

        Assert.True(fromKnown.History[0].Loss < fromNothing.History[0].Loss);
        Assert.Equal(2, fromKnown.Model.Labels.Count);
    }

    [Fact]
    public void ARunIsNotResumedFromAnotherStart()
    {
        var set = SyntheticFeatures.Create();
        var folder = Directory.CreateDirectory(_temporary.File("run")).FullName;
        Trainer.Run(Options, set, folder, pretrained: Pretrain(set));
        Trainer.Run(Options, set, folder, pretrained: Pretrain(set));

        Assert.Contains("another start", Assert.Throws<InputException>(() => Trainer.Run(Options, set, folder)).Problem);
    }

    [Fact]
    public void AnotherNetworkIsRefused()
    {
        var set = SyntheticFeatures.Create(bands: 20);
        var pretrained = Pretrain(set);

        var error = Assert.Throws<InputException>(() => Trainer.Run(Options with { Model = "stride-ds-24" }, set, pretrained: pretrained));

        Assert.Equal(pretrained.Origin, error.Origin);
        Assert.Contains("a run of stride-ds-24", error.Remedy);
    }

    [Fact]
    public void ARunWithoutItsCheckpointAndOneOfAnotherSizeAreRefused()
    {
        var set = SyntheticFeatures.Create();
        var pretrained = Pretrain(set);
        var folder = Path.GetDirectoryName(pretrained.Origin)!;

        Assert.Contains("as it is built now", Assert.Throws<InputException>(() => PretrainedModel.Load(folder, Options, set.Bands, 4)).Problem);
        File.Delete(pretrained.Origin);
        Assert.Contains("checkpoint.bin", Assert.Throws<InputException>(() => PretrainedModel.Load(folder, Options, set.Bands, 3)).Problem);
    }

    private PretrainedModel Pretrain(FeatureSet set)
    {
        var folder = Directory.CreateDirectory(_temporary.File("pretrained")).FullName;
        Trainer.Run(Options, set, folder);
        return PretrainedModel.Load(folder, Options, set.Bands, set.Labels.Count);
    }
}
