using Earshot.Training.Graphs;
using Earshot.Training.Models;
using Earshot.Training.Networks;
using Earshot.Training.Optimization;
using Earshot.Training.Randomness;
using Earshot.Training.Tests.Graphs;
using Xunit;

namespace Earshot.Training.Tests.Optimization;

/// <summary>
/// The gradient of whole networks in their usual size. For every trained tensor the output is followed along the direction of its gradient, by
/// finite differences: the slope there must be the gradient's norm.
/// </summary>
public class NetworkGradientTests
{
    private const int Batch = 3;
    private const int Frames = 62;
    private const double Step = 2e-4;

    // Rounding moves the slope by about this much, and kinks and maxima that change their place by this share.
    private const double Rounding = 0.03;
    private const double Kinks = 0.05;

    public static TheoryData<string> Names() => [.. ModelZoo.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSlopeAlongTheGradientIsItsNorm(string name)
    {
        var random = new RandomSource(3);
        var network = ModelZoo.Build(name, Frames, ModelZoo.HearsSamples(name) ? 256 : 40, 5);
        var layout = new ParameterLayout(network);
        var graph = new GraphBuilder();
        var features = graph.Input("features", Batch, 1, Frames, network.Input.Width);
        var weights = graph.Input("weights", layout.Size);
        var forward = new NetworkLowering(network, features, weights);
        var shares = Normal(random, forward.Logits.Size);
        var sum = (forward.Logits * graph.Constant(shares, forward.Logits.Shape)).ReduceSum(0, 1);
        graph.Output("logits", forward.Logits);
        foreach (var gradient in Gradients.Of(sum, forward.Parameters))
        {
            graph.Output($"gradient_{gradient.Name}", gradient);
        }

        var inputs = new Dictionary<string, (float[] Values, int[] Shape)>
        {
            ["features"] = (Normal(random, features.Size), [.. features.Shape]),
            ["weights"] = (layout.Initialize(random), [layout.Size]),
        };
        foreach (var mask in forward.DropoutMasks)
        {
            inputs[mask.Name] = ([.. Enumerable.Repeat(1f, mask.Size)], [mask.Size / Batch, Batch]);
        }

        using var runner = new GraphRunner(graph);
        var gradients = runner.Run(inputs)[1..];
        var parameters = network.Layers.SelectMany(layer => layer.Parameters).ToArray();
        Assert.Equal(parameters.Length, gradients.Length);
        foreach (var (parameter, gradient) in parameters.Zip(gradients))
        {
            var norm = Math.Sqrt(gradient.Sum(value => (double)value * value));
            var slope = Slope(runner, inputs, layout.Offset(parameter), gradient, norm, shares);
            Assert.True(
                Math.Abs(slope - norm) < (Kinks * norm) + Rounding,
                $"{parameter.Name}: the gradient's norm is {norm}, the slope along it {slope}.");
        }
    }

    private static double Slope(
        GraphRunner runner, Dictionary<string, (float[] Values, int[] Shape)> inputs, int offset, float[] gradient, double norm, float[] shares)
    {
        var (weights, shape) = inputs["weights"];
        double Moved(double distance)
        {
            var moved = weights.ToArray();
            for (var i = 0; i < gradient.Length; i++)
            {
                moved[offset + i] += (float)(distance * gradient[i] / norm);
            }

            inputs["weights"] = (moved, shape);
            var logits = runner.Run(inputs)[0];
            inputs["weights"] = (weights, shape);
            return logits.Zip(shares, (logit, share) => (double)logit * share).Sum();
        }

        return (Moved(Step) - Moved(-Step)) / (2 * Step);
    }

    private static float[] Normal(RandomSource random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
}
