using Earshot.Training.Graphs;
using Earshot.Training.Optimization;
using Earshot.Training.Tests.Graphs;
using Xunit;

namespace Earshot.Training.Tests.Optimization;

/// <summary>The graph's steps against the update rules written out in double precision.</summary>
public class OptimizerTests
{
    private const float LearningRate = 0.01f;

    [Theory]
    [InlineData(OptimizerKind.AdamW, 0f)]
    [InlineData(OptimizerKind.AdamW, 0.5f)]
    [InlineData(OptimizerKind.Sgd, 0f)]
    [InlineData(OptimizerKind.Sgd, 0.5f)]
    public void StepsFollowTheUpdateRule(OptimizerKind kind, float maximumNorm)
    {
        var options = new OptimizerOptions { Kind = kind, WeightDecay = 0.3f, MaximumNorm = maximumNorm };
        using var runner = Build(options);
        float[] weights = [1, -2, 0.5f], gradient = [0.3f, -0.8f, 0.1f], mask = [1, 0, 1];
        var moments = Enumerable.Range(0, Optimizer.Moments(kind)).Select(_ => new float[3]).ToArray();
        double[] expected = [1, -2, 0.5f], mean = new double[3], square = new double[3];
        for (var step = 1; step <= 4; step++)
        {
            var inputs = new Dictionary<string, (float[], int[])>
            {
                ["w"] = (weights, [3]),
                ["g"] = (gradient, [3]),
                ["rate"] = ([LearningRate], [1]),
                ["step"] = ([step], [1]),
            };
            for (var i = 0; i < moments.Length; i++)
            {
                inputs[$"m{i}"] = (moments[i], [3]);
            }

            var outputs = runner.Run(inputs);
            weights = outputs[0];
            moments = outputs[1..];
            Update(options, expected, Clip(gradient, maximumNorm), mask, mean, square, step);
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal(expected[i], weights[i], 1e-5);
            }
        }
    }

    private static GraphRunner Build(OptimizerOptions options)
    {
        var graph = new GraphBuilder();
        var moments = Enumerable.Range(0, Optimizer.Moments(options.Kind)).Select(i => graph.Input($"m{i}", 3)).ToArray();
        var mask = graph.Constant([1, 0, 1], 3);
        var (weights, next) = Optimizer.Step(
            graph.Input("w", 3), graph.Input("g", 3), moments, mask, graph.Input("rate", 1), graph.Input("step", 1), options);
        graph.Output("next", weights);
        for (var i = 0; i < next.Count; i++)
        {
            graph.Output($"next{i}", next[i]);
        }

        return new GraphRunner(graph);
    }

    private static double[] Clip(float[] gradient, float maximumNorm)
    {
        var norm = Math.Sqrt(gradient.Sum(g => (double)g * g));
        var scale = maximumNorm > 0 && norm > maximumNorm ? maximumNorm / norm : 1;
        return [.. gradient.Select(g => g * scale)];
    }

    private static void Update(
        OptimizerOptions options, double[] weights, double[] gradient, float[] mask, double[] mean, double[] square, int step)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            double direction;
            if (options.Kind == OptimizerKind.AdamW)
            {
                mean[i] = (options.Momentum * mean[i]) + ((1 - options.Momentum) * gradient[i]);
                square[i] = (options.SquareDecay * square[i]) + ((1 - options.SquareDecay) * gradient[i] * gradient[i]);
                var deviation = Math.Sqrt(square[i] / (1 - Math.Pow(options.SquareDecay, step))) + options.Epsilon;
                direction = mean[i] / (1 - Math.Pow(options.Momentum, step)) / deviation;
            }
            else
            {
                mean[i] = (options.Momentum * mean[i]) + gradient[i];
                direction = mean[i];
            }

            weights[i] -= LearningRate * (direction + (options.WeightDecay * mask[i] * weights[i]));
        }
    }
}
