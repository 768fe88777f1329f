using Earshot.Onnx;
using Earshot.TestSupport;
using Earshot.Training.Evaluation;
using Earshot.Training.Running;
using Xunit;

namespace Earshot.Training.Tests.Running;

public sealed class TrainerTests : IDisposable
{
    private static readonly TrainingOptions Options = SmallTraining.Options with { Epochs = 4 };

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void ItLearnsClassesItCanTellApart()
    {
        var set = SyntheticFeatures.Create();
        var model = Trainer.Run(Options with { Epochs = 12 }, set.Where(clip => clip.Fold != 4));
        using var scorer = new WindowScorer(OnnxFile.ToBytes(model.Model.Model), threads: 1);
        var result = new WindowEvaluator(Options.Gate, Options.WindowFrames, HopFrames: 5)
            .Evaluate(scorer, set.Where(clip => clip.Fold == 4));
        Assert.Equal(1, result.ClipAccuracy);
        Assert.True(model.History[^1].Loss < model.History[0].Loss);
        Assert.Equal(12, model.ChosenEpoch);
    }

    [Fact]
    public void TheSameSeedGivesTheSameModel()
    {
        var set = SyntheticFeatures.Create();
        var first = OnnxFile.ToBytes(Trainer.Run(Options, set).Model.Model);
        Assert.Equal(first, OnnxFile.ToBytes(Trainer.Run(Options, set).Model.Model));
        Assert.NotEqual(first, OnnxFile.ToBytes(Trainer.Run(Options with { Seed = 2 }, set).Model.Model));
    }

    [Fact]
    public void AnInterruptedRunGoesOnBitForBit()
    {
        var set = SyntheticFeatures.Create(bands: 20);
        var options = Options with { ValidationFold = 2, Model = "stride-ds-24" };
        var expected = Trainer.Run(options, set);
        using var cancellation = new CancellationTokenSource();
        var stop = new Report(progress =>
        {
            if (progress.Epoch == 2)
            {
                cancellation.Cancel();
            }
        });
        Assert.Throws<OperationCanceledException>(() => Trainer.Run(options, set, _temporary.FullPath, stop, cancellationToken: cancellation.Token));
        var epochs = new List<int>();
        var resumed = Trainer.Run(options, set, _temporary.FullPath, new Report(progress => epochs.Add(progress.Epoch)));
        Assert.Equal([3, 4], epochs);
        Assert.Equal(expected.History, resumed.History);
        Assert.Equal(expected.ChosenEpoch, resumed.ChosenEpoch);
        Assert.Equal(OnnxFile.ToBytes(expected.Model.Model), OnnxFile.ToBytes(resumed.Model.Model));
    }

    [Fact]
    public void ARunOfOtherOptionsOrDataIsNotResumed()
    {
        var set = SyntheticFeatures.Create();
        Trainer.Run(Options with { Epochs = 1 }, set, _temporary.FullPath);
        var error = Assert.Throws<InputException>(() => Trainer.Run(Options with { Epochs = 2 }, set, _temporary.FullPath));
        Assert.Contains("checkpoint.bin", error.Origin);
        Assert.Throws<InputException>(
            () => Trainer.Run(Options with { Epochs = 1 }, set.Where(clip => clip.Name != "clip7"), _temporary.FullPath));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(-1)]
    public void ADamagedCheckpointIsRefused(int length)
    {
        var set = SyntheticFeatures.Create();
        Trainer.Run(Options with { Epochs = 1 }, set, _temporary.FullPath);
        var path = Path.Combine(_temporary.FullPath, "checkpoint.bin");
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, length < 0 ? bytes[..^1] : bytes[..length]);
        Assert.Equal(path, Assert.Throws<InputException>(() => Trainer.Run(Options with { Epochs = 1 }, set, _temporary.FullPath)).Origin);
    }

    [Fact]
    public void AValidationFoldChoosesTheEpoch()
    {
        var set = SyntheticFeatures.Create();
        var model = Trainer.Run(Options with { ValidationFold = 2 }, set);
        var best = model.History.MinBy(epoch => epoch.ValidationLoss)!;
        Assert.Equal(best.Epoch, model.ChosenEpoch);
        Assert.All(model.History, epoch => Assert.NotNull(epoch.ValidationAccuracy));
        Assert.Throws<InputException>(() => Trainer.Run(Options with { ValidationFold = 9 }, set));
    }

    [Fact]
    public void PatienceEndsARun()
    {
        // With this rate nothing is learnt, so an early epoch stays the best.
        var set = SyntheticFeatures.Create();
        var model = Trainer.Run(
            Options with { ValidationFold = 2, Patience = 1, LearningRate = 1e-12f, AverageDecay = 0, Epochs = 30 }, set);
        Assert.InRange(model.History.Count, 2, 29);
        Assert.Equal(model.History.Count - 1, model.ChosenEpoch);
    }

    [Fact]
    public void OptionsOutOfRangeAreRefused()
    {
        var set = SyntheticFeatures.Create();
        Assert.Equal("BatchSize", Assert.Throws<InputException>(() => Trainer.Run(Options with { BatchSize = 1 }, set)).Origin);
        Assert.Throws<InputException>(() => Trainer.Run(Options with { LearningRate = float.NaN }, set));
        Assert.Throws<InputException>(() => Trainer.Run(Options with { WindowFrames = 71 }, set));
        Assert.Throws<InputException>(() => Trainer.Run(Options, set.Where(clip => clip.Label != 1)));
    }

    private sealed class Report(Action<TrainingProgress> action) : IProgress<TrainingProgress>
    {
        void IProgress<TrainingProgress>.Report(TrainingProgress value) => action(value);
    }
}
