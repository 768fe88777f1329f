using Earshot.Onnx;
using Earshot.TestSupport;
using Earshot.Training.Distillation;
using Earshot.Training.Evaluation;
using Earshot.Training.Features;
using Earshot.Training.Graphs;
using Earshot.Training.Running;
using Earshot.Training.Tests.Graphs;
using Earshot.Training.Tests.Running;
using Microsoft.ML.OnnxRuntime;
using Xunit;

namespace Earshot.Training.Tests.Distillation;

public sealed class DistillationTests : IDisposable
{
    private static readonly TrainingOptions Options = SmallTraining.Options with { Epochs = 2 };

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void TheLossHasTheGradientOfFiniteDifferences() =>
        GradientCheck.Run(
            tensors => Losses.Distillation(
                tensors[0],
                tensors[0].Graph.Constant([1, 0, 0, 0.25f, 0.5f, 0.25f], 2, 3),
                tensors[0].Graph.Constant([0.2f, 0.7f, 0.1f, 0.6f, 0.1f, 0.3f], 2, 3),
                weight: 0.7f,
                temperature: 3,
                labelSmoothing: 0.1f),
            [[2, 3]]);

    [Fact]
    public void TheLossIsTheStatedMixture()
    {
        float[] logits = [1, -1, 2];
        float[] targets = [0, 1, 0];
        float[] taught = [0.5f, 0.2f, 0.3f];
        var graph = new GraphBuilder();
        var loss = Losses.Distillation(
            graph.Input("logits", 1, 3), graph.Constant(targets, 1, 3), graph.Constant(taught, 1, 3), weight: 0.75f, temperature: 2);
        graph.Output("loss", loss);
        using var runner = new GraphRunner(graph);
        var actual = runner.Run(new Dictionary<string, (float[], int[])> { ["logits"] = (logits, [1, 3]) })[0][0];

        Assert.Equal((0.25 * CrossEntropy(targets, 1)) + (0.75 * 4 * CrossEntropy(taught, 2)), actual, 1e-5);

        double CrossEntropy(float[] probabilities, double temperature)
        {
            var sum = Math.Log(logits.Sum(logit => Math.Exp(logit / temperature)));
            return probabilities.Zip(logits, (probability, logit) => probability * (sum - (logit / temperature))).Sum();
        }
    }

    [Fact]
    public void AStudentLearnsWhatItsTeacherSaysNotWhatTheLabelsSay()
    {
        // The teacher calls each class by the next one's name.
        var set = SyntheticFeatures.Create();
        var renamed = set with { Clips = [.. set.Clips.Select(clip => clip with { Label = (clip.Label + 1) % 3 })] };
        var teacher = Train(Options with { Epochs = 12 }, renamed);

        var student = Train(Options with { Epochs = 12, DistillationWeight = 1, Seed = 7 }, set, teacher);

        Assert.Equal(1, Accuracy(student, renamed));
        Assert.Equal(0, Accuracy(student, set));
    }

    [Fact]
    public void SeveralTeachersAreAveragedAsProbabilities()
    {
        var set = SyntheticFeatures.Create();
        var first = Train(Options, set);
        var second = Train(Options with { Seed = 2 }, set);
        var size = Options.WindowFrames * set.Bands;
        float[] features = [.. set.Clips[1].Values.Take(2 * size).Select(value => value * set.Scale)];
        using var windows = OrtValue.CreateTensorValueFromMemory(features, [2, 1, Options.WindowFrames, set.Bands]);

        // At temperature 1 the softened probabilities are the models' own.
        var (one, other, both) = (Score(first), Score(second), Score(first, second));

        using var scorer = new WindowScorer(first.Model, threads: 1);
        var own = scorer.Score(set.Clips[1], Options.WindowFrames, set.Scale, set.ZeroPoint);
        for (var i = 0; i < both.Length; i++)
        {
            Assert.Equal(own[i], one[i], 1e-5f);
            Assert.Equal((one[i] + other[i]) / 2, both[i], 1e-6f);
        }

        Assert.NotEqual(one, other);

        float[] Score(params Teacher[] teachers)
        {
            using var ensemble = new TeacherEnsemble(teachers, set, Options.WindowFrames, temperature: 1, threads: 1);
            var probabilities = new float[2 * 3];
            ensemble.Score(windows, probabilities);
            return probabilities;
        }
    }

    [Fact]
    public void TeachersOfNoWeightChangeNothing()
    {
        var set = SyntheticFeatures.Create();
        var alone = Train(Options with { DistillationWeight = 0 }, set);
        Assert.Equal(alone.Model, Train(Options with { DistillationWeight = 0 }, set, alone).Model);
        Assert.NotEqual(alone.Model, Train(Options with { DistillationWeight = 0.5f }, set, alone).Model);
    }

    [Fact]
    public void ARunIsNotResumedWithAnotherTeacher()
    {
        var set = SyntheticFeatures.Create();
        var teacher = Train(Options, set);
        var other = Train(Options with { Seed = 2 }, set);
        Trainer.Run(Options, set, _temporary.FullPath, teachers: [teacher]);
        Trainer.Run(Options, set, _temporary.FullPath, teachers: [teacher]);
        var error = Assert.Throws<InputException>(() => Trainer.Run(Options, set, _temporary.FullPath, teachers: [other]));
        Assert.Contains("teachers", error.Message);
    }

    [Fact]
    public void ATeacherThatHearsSomethingElseIsRefused()
    {
        var set = SyntheticFeatures.Create() with { Metadata = new Dictionary<string, string> { ["front"] = "a" } };
        var teacher = Train(Options, set);
        var windows = Refuse(Options with { WindowFrames = 35 }, set);
        Assert.Contains("31 × 8", windows.Message);
        Refuse(Options, set with { Metadata = new Dictionary<string, string> { ["front"] = "b" } });
        Refuse(Options, set with { Labels = ["low", "high", "middle"] });
        Assert.Throws<InputException>(() => Train(Options, set, new Teacher("junk", [1, 2, 3])));
        Assert.Throws<InputException>(() => Teacher.Load(Path.Combine(_temporary.FullPath, "absent.onnx")));

        InputException Refuse(TrainingOptions options, FeatureSet clips)
        {
            var error = Assert.Throws<InputException>(() => Train(options, clips, teacher));
            Assert.Equal("teacher", error.Origin);
            return error;
        }
    }

    private static Teacher Train(TrainingOptions options, FeatureSet set, params Teacher[] teachers) =>
        new("teacher", OnnxFile.ToBytes(Trainer.Run(options, set, teachers: teachers).Model.Model));

    private static double Accuracy(Teacher model, FeatureSet set)
    {
        using var scorer = new WindowScorer(model.Model, threads: 1);
        return new WindowEvaluator(Options.Gate, Options.WindowFrames, HopFrames: 5).Evaluate(scorer, set).ClipAccuracy;
    }
}
