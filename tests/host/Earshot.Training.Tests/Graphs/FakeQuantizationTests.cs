using Earshot.Onnx;
using Earshot.Training.Graphs;
using Xunit;

namespace Earshot.Training.Tests.Graphs;

public class FakeQuantizationTests
{
    [Theory]
    [InlineData(0.1f, -128)]
    [InlineData(0.03125f, 5)]
    public void ActivationsAreRoundedAsInt8RoundsThemAndGradientsPassInside(float scale, sbyte zeroPoint)
    {
        var grid = new QuantizationParameters(scale, zeroPoint);
        float[] values = [.. Enumerable.Range(0, 400).Select(i => (i - 200) * 0.1437f)];
        var graph = new GraphBuilder();
        var input = graph.Parameter("x", values.Length);
        var output = input.QuantizeActivation(grid);
        graph.Output("y", output);
        graph.Output("g", Gradients.Of(output.ReduceSum(0), [input])[0]);
        using var runner = new GraphRunner(graph);
        var results = runner.Run(new Dictionary<string, (float[], int[])> { ["x"] = (values, [values.Length]) });
        for (var i = 0; i < values.Length; i++)
        {
            Assert.Equal(grid.Dequantize(grid.Quantize(values[i])), results[0][i], 1e-5f);
            Assert.Equal(values[i] > grid.Minimum && values[i] < grid.Maximum ? 1 : 0, results[1][i]);
        }

        Assert.Contains(0f, results[1]);
        Assert.Contains(1f, results[1]);
    }

    [Fact]
    public void WeightsHaveTheScaleOfTheirOutputChannel()
    {
        float[] values = [1, -0.5f, 0.3f, 0.004f, 0, 0, 0, 0, 100, 1, -30, 0.2f];
        var graph = new GraphBuilder();
        var input = graph.Parameter("x", 3, 2, 2);
        var output = input.QuantizeWeights();
        graph.Output("y", output);
        graph.Output("g", Gradients.Of(output.ReduceSum(0, 1, 2), [input])[0]);
        using var runner = new GraphRunner(graph);
        var results = runner.Run(new Dictionary<string, (float[], int[])> { ["x"] = (values, [3, 2, 2]) });
        for (var i = 0; i < values.Length; i++)
        {
            var scale = new[] { 1f, 1, 100 }[i / 4] / 127;
            Assert.Equal(MathF.Round(values[i] / scale) * scale, results[0][i], 1e-4f);
            Assert.Equal(1, results[1][i]);
        }
    }
}
