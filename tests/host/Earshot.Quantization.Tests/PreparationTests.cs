using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Tensors;
using Earshot.Quantization.Execution;
using Earshot.Quantization.Preparation;
using Earshot.Quantization.References;
using DataType = Earshot.Onnx.Proto.TensorProto.Types.DataType;

namespace Earshot.Quantization.Tests;

public class PreparationTests
{
    private readonly RandomWeights _random = new(31);

    [Theory]
    [InlineData("Conv")]
    [InlineData("Depthwise")]
    [InlineData("Gemm")]
    [InlineData("Alone")]
    public void Batch_normalisation_is_folded(string place)
    {
        var graph = new OnnxGraphBuilder("folding");
        var x = graph.Input("features", DataType.Float, 1, 9, 6);
        if (place != "Alone")
        {
            x = Convolution(graph, "first", x, [4, 1, 3, 3]);
        }

        if (place == "Depthwise")
        {
            x = Convolution(graph, "second", x, [4, 1, 3, 3], groups: 4);
        }

        if (place == "Gemm")
        {
            x = graph.Node("Flatten", "flat", x);
            x = graph.Node("Gemm", "dense", x, graph.Constant("dense.w", [4 * 7 * 4, 4], _random.Normals(4 * 7 * 4 * 4, 0.1f)));
        }

        var channels = place == "Alone" ? 1 : 4;
        x = graph.Node("Relu", "out", Normalization(graph, x, channels));
        x = place == "Gemm" ? x : graph.Node("Flatten", "flattened", x);
        graph.Output(x, 1);
        SameFunction(graph.Build(), prepared => Assert.DoesNotContain(prepared.Graph.Node, node => node.OpType == "BatchNormalization"));
    }

    [Fact]
    public void A_matrix_product_and_its_bias_become_one_layer()
    {
        var graph = new OnnxGraphBuilder("product");
        var x = graph.Node("Flatten", "flat", graph.Input("features", DataType.Float, 1, 9, 6));
        x = graph.Node("MatMul", "product", x, graph.Constant("w", [54, 3], _random.Normals(162, 0.1f)));
        x = graph.Node("Add", "sum", graph.Constant("b", [3], _random.Normals(3, 1)), x);
        graph.Output(x, 3);
        SameFunction(graph.Build(), prepared => Assert.Equal(["Flatten", "Gemm"], prepared.Graph.Node.Select(node => node.OpType)));
    }

    [Fact]
    public void Padding_goes_into_the_convolution_and_means_become_pooling()
    {
        var graph = new OnnxGraphBuilder("padding");
        var x = graph.Input("features", DataType.Float, 1, 9, 6);
        x = graph.Node("Pad", "pad", x, graph.Constant(TensorFactory.Int64("pads", [8], [0, 0, 1, 2, 0, 0, 3, 1])));
        x = Convolution(graph, "first", x, [4, 1, 3, 3]);
        x = graph.Node("Relu", "relu", graph.Node(node => node.With("kernel_shape", [2, 2]), "MaxPool", "pool", x));
        x = graph.Node(node => node.With("axes", [2, 3]).With("keepdims", 0), "ReduceMean", "mean", x);
        graph.Output(x, 4);
        SameFunction(graph.Build(), prepared => Assert.Equal(
            ["Conv", "Relu", "MaxPool", "GlobalAveragePool", "Flatten"], prepared.Graph.Node.Select(node => node.OpType)));
    }

    [Fact]
    public void A_reshape_computed_from_a_shape_is_folded()
    {
        var graph = new OnnxGraphBuilder("shapes");
        var x = graph.Input("features", DataType.Float, 1, 9, 6);
        var batch = graph.Node("Gather", "batch", graph.Node("Shape", "shape", x), graph.Constant(TensorFactory.Int64("zero", [], [0])));
        batch = graph.Node("Unsqueeze", "batches", batch, graph.Constant(TensorFactory.Int64("axes", [1], [0])));
        var target = graph.Node(node => node.With("axis", 0), "Concat", "target", batch, graph.Constant(TensorFactory.Int64("rest", [1], [-1])));
        x = graph.Node("Reshape", "flat", x, target);
        x = graph.Node("Gemm", "dense", graph.Node("Identity", "same", x), graph.Constant("w", [54, 3], _random.Normals(162, 0.1f)));
        graph.Output(x, 3);
        var prepared = InferenceGraph.Prepare(graph.Build(), "shapes.onnx");
        Assert.Equal(["Reshape", "Gemm"], prepared.Graph.Node.Select(node => node.OpType));
    }

    [Fact]
    public void Equalisation_keeps_the_function_and_evens_the_channels()
    {
        var graph = new OnnxGraphBuilder("equalisation");
        var x = graph.Input("features", DataType.Float, 1, 9, 6);
        var uneven = _random.Normals(36, 0.3f);
        for (var index = 0; index < 9; index++)
        {
            uneven[index] *= 20;
        }

        x = graph.Node("Conv", "first", x, graph.Constant("first.w", [4, 1, 3, 3], uneven));
        x = graph.Node("Relu", "relu", x);
        x = Convolution(graph, "second", x, [4, 1, 3, 3], groups: 4);
        x = Convolution(graph, "third", graph.Node("Relu", "relu2", x), [3, 4, 1, 1]);
        graph.Output(graph.Node("Flatten", "flat", x), 60);
        var prepared = InferenceGraph.Prepare(graph.Build(), "x");
        var equalized = CrossLayerEqualization.Apply(prepared);
        AssertSame(prepared, equalized, "flat");
        Assert.True(Spread(equalized) < 0.5 * Spread(prepared));

        static float Spread(ModelProto model)
        {
            var weights = LayerWeights.Read(model.Graph.Node.First(node => node.OpType == "Conv"), new GraphIndex(model.Graph));
            var largest = Enumerable.Range(0, 4).Select(channel => weights.Channel(channel).ToArray().Max(Math.Abs)).ToArray();
            return largest.Max() / largest.Min();
        }
    }

    [Fact]
    public void A_quantised_model_is_not_quantised_again()
    {
        var quantized = new RandomNetworkBuilder("x", 9, 6, 1).Convolution(4, [3, 3]).Relu().Flatten().Dense(3).Finish().Quantized();
        Assert.Contains("quantised already", Assert.Throws<InputException>(() => InferenceGraph.Prepare(quantized, "x.onnx")).Problem);
    }

    private string Convolution(OnnxGraphBuilder graph, string name, string input, int[] shape, int groups = 1)
    {
        var count = shape.Aggregate((left, right) => left * right);
        var weights = graph.Constant($"{name}.w", shape, _random.Normals(count, 0.3f));
        return graph.Node(node => node.With("group", groups), "Conv", name, input, weights, graph.Constant($"{name}.b", [shape[0]], _random.Normals(shape[0], 0.2f)));
    }

    private string Normalization(OnnxGraphBuilder graph, string input, int channels) => graph.Node(
        node => node.With("epsilon", 0.01f),
        "BatchNormalization",
        "normalised",
        input,
        graph.Constant("gamma", [channels], _random.Normals(channels, 1)),
        graph.Constant("beta", [channels], _random.Normals(channels, 1)),
        graph.Constant("mean", [channels], _random.Normals(channels, 1)),
        graph.Constant("variance", [channels], [.. _random.Normals(channels, 1).Select(value => value * value)]));

    private static void SameFunction(ModelProto model, Action<ModelProto> check)
    {
        var prepared = InferenceGraph.Prepare(model, "model.onnx");
        check(prepared);
        AssertSame(model, prepared, model.Graph.Output[0].Name);
    }

    private static void AssertSame(ModelProto left, ModelProto right, string tensor)
    {
        var features = new RandomWeights(2).Features(6, 9, 6, RandomNetworkBuilder.Features);
        using var first = new ModelRunner(left, "left.onnx");
        using var second = new ModelRunner(right, "right.onnx");
        var (expected, actual) = (first.Floats(features, tensor), second.Floats(features, tensor));
        Assert.Equal(expected.Length, actual.Length);
        var size = expected.Max(Math.Abs);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4f * size));
    }
}
