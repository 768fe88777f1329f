using Earshot.Onnx;
using Earshot.Training.Exporting;
using Earshot.Training.Graphs;
using Earshot.Training.Networks;
using Earshot.Training.Optimization;
using Earshot.Training.Randomness;
using Earshot.Training.Tests.Graphs;
using Microsoft.ML.OnnxRuntime;
using Xunit;

namespace Earshot.Training.Tests.Networks;

public class FloatModelTests
{
    /// <summary>
    /// With the statistics of the very batch, the deployed model must give what the training graph's forward pass gives.
    /// The network has one layer of every kind.
    /// </summary>
    [Fact]
    public void TheDeployedModelComputesWhatWasTrained()
    {
        const int Batch = 5;
        var network = EveryLayer();
        var random = new RandomSource(8);
        var layout = new ParameterLayout(network);
        var vector = layout.Initialize(random).Select(weight => weight + (0.1f * random.NextNormal())).ToArray();
        float[] features = [.. Enumerable.Range(0, Batch * network.Input.Size).Select(_ => random.NextNormal())];

        var graph = new GraphBuilder();
        var input4 = graph.Input("features", Batch, 1, network.Input.Height, network.Input.Width);
        var lowering = new NetworkLowering(network, input4, graph.Input("weights", layout.Size));
        graph.Output("logits", lowering.Logits);
        graph.Output("statistics", lowering.Statistics!);
        using var runner = new GraphRunner(graph);
        var trained = runner.Run(new Dictionary<string, (float[], int[])>
        {
            ["features"] = (features, [Batch, 1, network.Input.Height, network.Input.Width]),
            ["weights"] = (vector, [layout.Size]),
        });

        var weights = new TrainedWeights(network, vector, Biased(network, trained[1], Batch));
        var model = new FloatModel(weights, ["a", "b", "c"], new Dictionary<string, string> { ["key"] = "value" });
        using var session = new InferenceSession(OnnxFile.ToBytes(model.Model));
        using var input = OrtValue.CreateTensorValueFromMemory(features, [Batch, 1, network.Input.Height, network.Input.Width]);
        using var options = new RunOptions();
        using var results = session.Run(options, ["features"], [input], ["logits", "probabilities"]);
        var logits = results[0].GetTensorDataAsSpan<float>().ToArray();
        for (var i = 0; i < logits.Length; i++)
        {
            Assert.Equal(trained[0][i], logits[i], 1e-3f);
        }

        Assert.Equal(Batch, results[1].GetTensorDataAsSpan<float>().ToArray().Sum(), 1e-4f);
        Assert.Equal("a\nb\nc", session.ModelMetadata.CustomMetadataMap[FloatModel.LabelsKey]);
        Assert.Equal("value", session.ModelMetadata.CustomMetadataMap["key"]);
        Assert.Equal([-1, 1, 8, 9], session.InputMetadata["features"].Dimensions);
    }

    [Fact]
    public void MultiplyAccumulatesAndWeightsAreCounted()
    {
        var network = Earshot.Training.Models.ModelZoo.Build("stride-ds-24", 62, 30, 10);
        Assert.Equal(542_632, network.MultiplyAccumulates);
        Assert.Equal(47_020, network.WeightBytes);
    }

    [Fact]
    public void AModelThatDoesNotFitItsWindowIsRefused()
    {
        var error = Assert.Throws<InputException>(() => Earshot.Training.Models.ModelZoo.Build("ds-cnn-64", 10, 40, 10));
        Assert.Equal("ds-cnn-64", error.Origin);
        Assert.Contains("ds-cnn-64", Assert.Throws<InputException>(
            () => Earshot.Training.Models.ModelZoo.Build("no-such", 62, 40, 10)).Remedy);
    }

    private static NetworkDefinition EveryLayer()
    {
        var builder = new NetworkBuilder(8, 9);
        var first = builder.Convolution(4, 3, 3, new ConvolutionGeometry { StrideWidth = 2, PadLeft = 1 });
        var depthwise = builder.Depthwise(3, 3, new ConvolutionGeometry { PadTop = 1, PadLeft = 1, PadBottom = 1, PadRight = 1 });
        var sum = builder.Add(first, depthwise, Activation.Relu);
        var pointwise = builder.Pointwise(3, sum, Activation.Relu6);
        builder.Concatenate(sum, pointwise);
        builder.MaximumPool(2, 2, new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 1 });
        var pooled = builder.AveragePool(2, 2, new ConvolutionGeometry { PadTop = 1 });
        var dense = builder.Dense(5, Activation.LeakyRelu, from: pooled);
        var average = builder.GlobalAverage(pooled);
        var filtered = builder.GlobalAverage(builder.FilterInput([-0.5f, 0, 0.5f]));
        var both = builder.Concatenate(dense, average, filtered);
        builder.Dense(3, from: both);
        return builder.Build("every-layer");
    }

    /// <summary>Turns the unbiased variances that training tracks into those that the batch was normalised with.</summary>
    private static float[] Biased(NetworkDefinition network, float[] statistics, int batch)
    {
        var channels = statistics.Length / 2;
        var result = statistics.ToArray();
        foreach (var layer in network.Layers)
        {
            var count = (float)(batch * layer.Output.Height * layer.Output.Width);
            for (var i = 0; i < layer.NormalizedChannels; i++)
            {
                result[channels++] *= (count - 1) / count;
            }
        }

        return result;
    }
}
