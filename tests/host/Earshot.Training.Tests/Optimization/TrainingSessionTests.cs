using Earshot.Training.Graphs;
using Earshot.Training.Networks;
using Earshot.Training.Optimization;
using Earshot.Training.Randomness;
using Xunit;

namespace Earshot.Training.Tests.Optimization;

public class TrainingSessionTests
{
    [Fact]
    public void TheLossFallsOnABatchThatIsRepeated()
    {
        using var session = Start(new RandomSource(3));
        Fill(session);
        var first = session.Step(0.01f, 0.9f, new RandomSource(1));
        for (var i = 0; i < 100; i++)
        {
            session.Step(0.01f, 0.9f, new RandomSource(1));
        }

        Assert.InRange(session.Step(0.01f, 0.9f, new RandomSource(1)), 0, first / 3);
        Assert.Equal(102, session.Steps);
    }

    [Fact]
    public void EqualSeedsGiveEqualWeightsAndOthersDoNot()
    {
        var weights = new List<float[]>();
        foreach (var seed in new ulong[] { 3, 3, 4 })
        {
            using var session = Start(new RandomSource(seed));
            Fill(session);
            session.Step(0.01f, 0.9f, new RandomSource(1));
            weights.Add(session.Weights(averaged: false).Vector);
        }

        Assert.Equal(weights[0], weights[1]);
        Assert.NotEqual(weights[0], weights[2]);
    }

    [Fact]
    public void TheAverageFollowsTheWeights()
    {
        using var session = Start(new RandomSource(3));
        Fill(session);
        var start = session.Weights(averaged: true).Vector;
        session.Step(0.01f, 0.75f, new RandomSource(1));
        var weights = session.Weights(averaged: false).Vector;
        var average = session.Weights(averaged: true).Vector;
        for (var i = 0; i < start.Length; i++)
        {
            Assert.Equal((0.75f * start[i]) + (0.25f * weights[i]), average[i], 1e-5f);
        }
    }

    [Fact]
    public void ARestoredSessionGoesOnBitForBit()
    {
        using var first = Start(new RandomSource(3));
        Fill(first);
        first.Step(0.01f, 0.9f, new RandomSource(1));
        var saved = first.Save();
        var expected = first.Step(0.01f, 0.9f, new RandomSource(2));
        using var second = Start(new RandomSource(99));
        Fill(second);
        second.Restore(saved, steps: 1);
        Assert.Equal(expected, second.Step(0.01f, 0.9f, new RandomSource(2)));
        Assert.Equal(first.Weights(averaged: true).Vector, second.Weights(averaged: true).Vector);
        Assert.Equal(first.Weights(averaged: false).Statistics, second.Weights(averaged: false).Statistics);
    }

    [Fact]
    public void StateOfAnotherNetworkIsRefused()
    {
        using var session = Start(new RandomSource(3));
        var saved = session.Save().Select(vector => (vector.Name, vector.Values[1..])).ToList();
        Assert.Throws<ArgumentException>(() => session.Restore(saved, 1));
    }

    private static TrainingSession Start(RandomSource random)
    {
        var builder = new NetworkBuilder(6, 5);
        builder.Convolution(4, 3, 3, new ConvolutionGeometry { StrideWidth = 2 });
        builder.Depthwise(2, 2);
        builder.Pointwise(6, activation: Activation.Relu6);
        builder.GlobalAverage();
        builder.Dense(8, Activation.Relu, dropoutRate: 0.1f);
        builder.Dense(3);
        var graph = new TrainingGraph(builder.Build("small"), batch: 6, new OptimizerOptions(), labelSmoothing: 0);
        return new TrainingSession(graph, random, threads: 1);
    }

    private static void Fill(TrainingSession session)
    {
        var random = new RandomSource(5);
        foreach (ref var feature in session.Features)
        {
            feature = random.NextNormal();
        }

        for (var i = 0; i < 6; i++)
        {
            session.Targets[(i * 3) + (i % 3)] = 1;
        }
    }
}
