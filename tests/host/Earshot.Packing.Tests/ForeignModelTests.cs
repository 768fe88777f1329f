using Earshot.Native;
using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Packing.Import;
using Earshot.Packing.Network;
using Earshot.Packing.Tests.Support;
using Earshot.Quantization.Execution;
using Earshot.Quantization.References;

namespace Earshot.Packing.Tests;

public class ForeignModelTests
{
    private const float Features = 0.0137f;

    [Fact]
    public void Uint8_activations_and_weights_with_a_float_bias()
    {
        var model = new ForeignModel(unsigned: true, 1, 20, 12);
        var x = model.Pair(model.Input, Features, 5);
        x = model.Node("Conv", x, model.PlainWeights(0.0031f, 6, 1, 3, 3), model.FloatBias(6, 0.3f));
        x = model.Pair(model.Node("Relu", x), 0.0211f, -128);
        x = model.Pair(model.Node("Conv", x, model.PlainWeights(0.0017f, 5, 6, 3, 3)), 0.0391f, 11);
        x = model.Pair(model.Node("GlobalAveragePool", x), 0.0123f, 7);
        x = model.Pair(model.Node("Flatten", x), 0.0123f, 7);
        Follows(model.Finish(model.Node("Softmax", x), 5));
    }

    [Fact]
    public void Weights_that_are_quantised_in_the_graph()
    {
        var model = new ForeignModel(unsigned: false, 1, 20, 12);
        var x = model.Pair(model.Input, Features);
        x = model.Pair(model.Node("Relu", model.Node("Conv", x, model.FakeQuantizedWeights(0.0031f, 0, 6, 1, 3, 3))), 0.0211f, -128);
        x = model.Pair(model.Node("Flatten", x), 0.0211f, -128);
        x = model.Pair(model.Node(node => node.With("transB", 1), "Gemm", x, model.FakeQuantizedWeights(0.0009f, 0, 4, 6 * 18 * 10), model.FloatBias(4, 0.2f)), 0.0301f);
        Follows(model.Finish(model.Node("Softmax", x), 4));
    }

    [Fact]
    public void Frequency_first_and_time_last()
    {
        var model = new ForeignModel(unsigned: false, 1, 12, 20);
        var x = model.Pair(model.Input, Features, 3);
        x = model.Node(node => node.With("strides", [1, 2]).With("pads", [1, 0, 0, 0]), "Conv", x, model.PlainWeights(0.0029f, 6, 1, 3, 4));
        x = model.Pair(model.Node("Relu", x), 0.0223f, -128);
        x = model.Pair(model.Node(node => node.With("kernel_shape", [3, 1]).With("strides", [3, 1]), "MaxPool", x), 0.0223f, -128);
        x = model.Node("Flatten", x);
        x = model.Pair(model.Node("Gemm", x, model.PlainWeights(0.0013f, 6 * 3 * 9, 5)), 0.0351f);
        Follows(model.Finish(model.Node("Softmax", x), 5), TimeAxis.Width);
    }

    [Fact]
    public void Convolution_along_time_alone()
    {
        var model = new ForeignModel(unsigned: false, 12, 20);
        var x = model.Pair(model.Input, Features, -9);
        x = model.Pair(model.Node("Relu", model.Node("Conv", x, model.PlainWeights(0.0011f, 8, 12, 3), model.FloatBias(8, 0.2f))), 0.0187f, -128);
        x = model.Pair(model.Node("Relu", model.Node("Conv", x, model.PlainWeights(0.0013f, 8, 8, 5))), 0.0209f, -128);
        x = model.Pair(model.Node("GlobalAveragePool", x), 0.0101f, -128);
        x = model.Pair(model.Node("Gemm", model.Node("Flatten", x), model.PlainWeights(0.0037f, 8, 4)), 0.0113f, 2);
        Follows(model.Finish(model.Node("Softmax", x), 4), TimeAxis.Width);
    }

    [Fact]
    public void Channels_last_with_transpositions_and_a_matrix_product()
    {
        var model = new ForeignModel(unsigned: false, 20, 12, 1);
        var x = model.Pair(model.Input, Features);
        x = model.Node(node => node.With("perm", [0, 3, 1, 2]), "Transpose", x);
        x = model.Pair(model.Node("Relu", model.Node("Conv", x, model.PlainWeights(0.0031f, 4, 1, 3, 3))), 0.0211f, -128);
        x = model.Pair(model.Node(node => node.With("perm", [0, 2, 3, 1]), "Transpose", x), 0.0211f, -128);
        x = model.Node("Reshape", x, model.Integers(-1, 18 * 10 * 4));
        x = model.Node("Add", model.Node("MatMul", x, model.PlainWeights(0.0009f, 18 * 10 * 4, 5)), model.FloatBias(5, 0.2f));
        Follows(model.Finish(model.Node("Softmax", model.Pair(x, 0.0313f)), 5));
    }

    [Fact]
    public void Padding_and_reduction_as_operators_of_their_own()
    {
        var model = new ForeignModel(unsigned: false, 1, 20, 12);
        var x = model.Pair(model.Input, Features, 17);
        x = model.Pair(model.Node("Pad", x, model.Integers(0, 0, 1, 2, 0, 0, 2, 1)), Features, 17);
        x = model.Pair(model.Node("Relu", model.Node("Conv", x, model.PlainWeights(0.0031f, 6, 1, 3, 3))), 0.0211f, -128);
        x = model.Node(node => node.With("axes", [3]).With("keepdims", 0), "ReduceMean", x);
        x = model.Pair(x, 0.0117f, -128);
        x = model.Pair(model.Node(node => node.With("axes", [2]).With("keepdims", 0), "ReduceMean", x), 0.0059f, -128);
        x = model.Pair(model.Node("Gemm", x, model.PlainWeights(0.0037f, 6, 4)), 0.0071f);
        Follows(model.Finish(model.Node("Softmax", x), 4));
    }

    [Fact]
    public void Functions_become_tables()
    {
        var model = new ForeignModel(unsigned: false, 1, 20, 12);
        var x = model.Pair(model.Input, Features);
        x = model.Pair(model.Node("Conv", x, model.PlainWeights(0.0031f, 6, 1, 3, 3)), 0.0391f, 4);
        x = model.Pair(model.Node("HardSwish", x), 0.0203f, -96);
        x = model.Pair(model.Node("Conv", x, model.PlainWeights(0.0023f, 5, 6, 1, 1)), 0.0307f, 4);
        x = model.Pair(model.Node(node => node.With("alpha", 0.1f), "LeakyRelu", x), 0.0253f, -103);
        x = model.Pair(model.Node("GlobalMaxPool", x), 0.0241f, -110);
        x = model.Pair(model.Node("Gemm", model.Node("Flatten", x), model.PlainWeights(0.0041f, 5, 4)), 0.0187f);
        Follows(model.Finish(model.Node("Softmax", x), 4));
    }

    [Fact]
    public void A_shortcut_that_is_cut_to_a_valid_convolution()
    {
        var model = new ForeignModel(unsigned: false, 1, 20, 12);
        var x = model.Pair(model.Input, Features);
        var trunk = model.Pair(model.Node("Relu", model.Node("Conv", x, model.PlainWeights(0.0031f, 6, 1, 3, 3))), 0.0211f, -128);
        var branch = model.Node(node => node.With("pads", [0, 1, 0, 1]), "Conv", trunk, model.PlainWeights(0.0019f, 6, 6, 5, 3));
        branch = model.Pair(branch, 0.0399f, 3);
        var cut = model.Pair(model.Node("Slice", trunk, model.Integers(2), model.Integers(-2), model.Integers(2)), 0.0211f, -128);
        x = model.Pair(model.Node("Relu", model.Node("Add", branch, cut)), 0.0307f, -128);
        x = model.Pair(model.Node("GlobalAveragePool", x), 0.0109f, -128);
        x = model.Pair(model.Node("Gemm", model.Node("Flatten", x), model.PlainWeights(0.0041f, 6, 4)), 0.0127f);
        var network = Follows(model.Finish(model.Node("Softmax", x), 4));
        Assert.Equal([0, 2], network.Layers.First(layer => layer.Operator == LayerOperator.Add).Crops);
        Assert.Null(Planning.TimePlan.WhyNotStream(network));
    }

    [Fact]
    public void Branches_that_meet_along_frequency()
    {
        var model = new ForeignModel(unsigned: false, 1, 20, 12);
        var x = model.Pair(model.Input, Features);
        var left = model.Pair(model.Node("Relu", model.Node("Conv", x, model.PlainWeights(0.0031f, 6, 1, 3, 3))), 0.0211f, -128);
        var right = model.Pair(model.Node("Conv", x, model.PlainWeights(0.0027f, 6, 1, 3, 5)), 0.0317f, 9);
        x = model.Pair(model.Node(node => node.With("axis", 3), "Concat", left, right), 0.0331f, 1);
        x = model.Pair(model.Node("GlobalAveragePool", x), 0.0109f, 2);
        x = model.Pair(model.Node("Gemm", model.Node("Flatten", x), model.PlainWeights(0.0041f, 6, 4)), 0.0067f);
        Follows(model.Finish(model.Node("Softmax", x), 4));
    }

    [Fact]
    public void Logits_without_a_softmax_get_one()
    {
        var model = new ForeignModel(unsigned: false, 1, 20, 12);
        var x = model.Pair(model.Input, Features);
        x = model.Pair(model.Node("Conv", x, model.PlainWeights(0.0031f, 5, 1, 20, 12)), 0.0391f, 4);
        x = model.Pair(model.Node("Flatten", x), 0.0391f, 4);
        var network = QdqImporter.Import(model.Finish(x, 5), "foreign.onnx");
        Assert.Contains(network.Decisions, decision => decision.Contains("softmax was added"));
        Assert.Equal(LayerOperator.Softmax, network.Layers[^1].Operator);
    }

    [Fact]
    public void Independent_classes_end_in_a_table()
    {
        var model = new ForeignModel(unsigned: false, 1, 20, 12);
        var x = model.Pair(model.Input, Features);
        x = model.Pair(model.Node("Conv", x, model.PlainWeights(0.0031f, 5, 1, 20, 12)), 0.0391f, 4);
        x = model.Pair(model.Node("Flatten", x), 0.0391f, 4);
        var network = QdqImporter.Import(model.Finish(model.Node("Sigmoid", x), 5), "foreign.onnx");
        Assert.Equal(LayerOperator.Lookup, network.Layers[^1].Operator);
        var pack = ModelPacker.Pack(network, Settings(network), "foreign.onnx");
        using var opened = Model.Open(pack.Bytes);
        using var engine = new Engine(opened);
        engine.PushFeatures(new sbyte[20 * 12]);
        for (var index = 0; index < 5; index++)
        {
            var logit = (engine.Logits[index] - opened.LogitsZeroPoint) * opened.LogitsScale;
            Assert.Equal(1 / (1 + MathF.Exp(-logit)), engine.Probabilities()[index], 0.5f / 256 + 1e-6f);
        }
    }

    private static PackSettings Settings(QuantizedNetwork network) => Packs.Settings(network) with
    {
        FrontEnd = FrontEndTables.Build(new FrontEndConfiguration
        {
            Bands = network.Input.Frequency,
            FeatureScale = network.Input.Parameters.Scale,
            FeatureZeroPoint = network.Input.Parameters.ZeroPoint,
        }),
    };

    private static QuantizedNetwork Follows(ModelProto model, TimeAxis timeAxis = TimeAxis.Height)
    {
        const int Windows = 500;
        var network = QdqImporter.Import(model, "foreign.onnx", timeAxis);
        Assert.Equal((20, 12), (network.Input.Columns, network.Input.Frequency));
        var features = new RandomWeights(9).Features(Windows, 20, 12, network.Input.Parameters);
        var pack = ModelPacker.Pack(network, Settings(network), "foreign.onnx");
        var expected = Agreement.Reference(model, features, RunnerArithmetic.Fused, timeAxis);
        Assert.True(expected.Distinct().Count() > 20);
        Agreement.Compare(expected, Packs.EngineLogits(pack.Bytes, features), Windows).AssertWithinBounds();
        return network;
    }
}
