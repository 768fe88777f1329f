using Earshot.Onnx;
using Earshot.Training.Evaluation;
using Earshot.Training.Features;
using Earshot.Training.Models;
using Earshot.Training.Randomness;
using Earshot.Training.Running;
using Earshot.Training.Sampling;
using Earshot.Training.Tests.Sampling;
using Xunit;

namespace Earshot.Training.Tests.Running;

/// <summary>Sounds that are learnt beside the classes, and forgotten.</summary>
public sealed class AuxiliarySoundsTests
{
    private static readonly TrainingOptions Options = SmallTraining.Options with { Epochs = 12 };

    /// <summary>The set's last class as an auxiliary sound of the other two.</summary>
    private static readonly FeatureSet Set = Split(SyntheticFeatures.Create());

    [Fact]
    public void TheModelHasTheOwnClassesOnly()
    {
        var model = Trainer.Run(Options, Set);

        Assert.Equal(["low", "middle"], model.Model.Labels);
        using var scorer = new WindowScorer(OnnxFile.ToBytes(model.Model.Model), threads: 1);
        Assert.Equal(1, new WindowEvaluator(Options.Gate, Options.WindowFrames, HopFrames: 5).Evaluate(scorer, Set.WithoutAuxiliary()).ClipAccuracy);
    }

    [Fact]
    public void TheValidationFoldJudgesTheModelWithoutThem()
    {
        var model = Trainer.Run(Options with { ValidationFold = 2 }, Set);

        using var scorer = new WindowScorer(OnnxFile.ToBytes(model.Model.Model), threads: 1);
        var validation = Set.WithoutAuxiliary().Where(clip => clip.Fold == 2);
        var evaluator = new WindowEvaluator(Options.Gate, Options.WindowFrames, Options.DecisionHopFrames, Options.DecisionRule);
        Assert.Equal(evaluator.Evaluate(scorer, validation).Loss, model.History[model.ChosenEpoch - 1].ValidationLoss!.Value, 5);
    }

    [Fact]
    public void TheyAreDrawnAsOftenAsTheirShareSays()
    {
        var rare = SyntheticFeatures.Create();
        var twoAuxiliary = rare with { AuxiliaryLabels = 2, Clips = [.. rare.Clips.Where(clip => clip.Label != 2 || clip.Name == "clip2")] };
        foreach (var (balance, share, expected) in new[] { (1f, 0.25f, new[] { 0.75, 0.125, 0.125 }), (0f, 0.5f, [0.5, 8 / 18.0, 1 / 18.0]), (1f, 0f, [1, 0, 0]) })
        {
            var options = NoAugmentation.Options with { ClassBalance = balance, AuxiliaryShare = share };
            var sampler = new WindowSampler(twoAuxiliary, new QuietGate(), options, 20);
            var (features, targets) = (new float[1000 * 20 * rare.Bands], new float[1000 * 3]);
            sampler.Fill(features, targets, new RandomSource(5));
            for (var label = 0; label < 3; label++)
            {
                var drawn = Enumerable.Range(0, 1000).Count(i => targets[(i * 3) + label] == 1) / 1000.0;
                Assert.InRange(drawn, expected[label] - 0.05, expected[label] + 0.05);
            }
        }
    }

    [Fact]
    public void AnEpochHearsAsManyOwnWindowsAsWithoutThem()
    {
        var without = Windows(Set.WithoutAuxiliary());
        var with = Windows(Set);

        Assert.Equal(64, without);
        Assert.Equal(128, with);

        static int Windows(FeatureSet set)
        {
            var options = Options with { WindowsPerEpoch = 64 };
            using var run = new TrainingRun(
                options, new TrainingPhase(ModelZoo.Build(options.Model, options.WindowFrames, set.Bands, set.Labels.Count), "none"), set, [], runFolder: null);
            return run.WindowsPerEpoch;
        }
    }

    private static FeatureSet Split(FeatureSet set) =>
        (set.Where(clip => clip.Label < 2) with { Labels = ["low", "middle"] })
        .With((set with { Labels = ["high"], Clips = [.. set.Clips.Where(clip => clip.Label == 2).Select(clip => clip with { Label = 0 })] }));
}
